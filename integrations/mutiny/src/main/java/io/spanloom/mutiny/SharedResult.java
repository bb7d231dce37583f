package io.spanloom.mutiny;

import io.smallrye.mutiny.operators.UniOperator;
import io.smallrye.mutiny.operators.multi.AbstractMultiOperator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Results that remember what they delivered, or share it among subscribers. */
final class SharedResult {

  /** Mutiny's classes that remember or share. */
  private static final Set<String> OPERATORS =
      Set.of(
          "UniMemoizeOp",
          "MultiCacheOp",
          "MultiPublishOp",
          "MultiReferenceCount",
          "MultiConnectAfter",
          "ReplayOperator",
          "BroadcastProcessor",
          "UnicastProcessor",
          "SerializedProcessor");

  private SharedResult() {}

  /** Whether one of the operators from a result to its source is one of these. */
  static boolean is(Object result) {
    for (Object each = result; each != null; each = upstream(each)) {
      if (OPERATORS.contains(each.getClass().getSimpleName())) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Object upstream(Object operator) {
    if (operator instanceof UniOperator<?, ?> uni) {
      return uni.upstream();
    }
    return operator instanceof AbstractMultiOperator<?, ?> multi ? multi.upstream() : null;
  }
}
