package io.spanloom.mutiny;

import com.google.auto.service.AutoService;
import io.smallrye.mutiny.Uni;
import io.spanloom.result.ResultTracker;
import io.spanloom.result.ResultWrapper;
import org.jspecify.annotations.Nullable;

/** Ends the spans of methods that return a {@code Uni}. */
@AutoService(ResultWrapper.class)
@SuppressWarnings("rawtypes") // a service is named by its raw type
public final class UniWrapper implements ResultWrapper<Uni> {

  @Override
  public Class<Uni> type() {
    return Uni.class;
  }

  @Override
  public boolean isSingle(Uni result) {
    return true;
  }

  @Override
  public boolean isRepeatable(Uni result) {
    return true;
  }

  @Override
  @SuppressWarnings("unchecked") // a stand-in has the type arguments of what it stands in for
  public @Nullable Uni wrap(Uni result, ResultTracker tracker) {
    return new ObservedUni<>(result, tracker);
  }
}
