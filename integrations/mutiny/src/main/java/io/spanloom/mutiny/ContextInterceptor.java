package io.spanloom.mutiny;

import com.google.auto.service.AutoService;
import io.opentelemetry.api.trace.Span;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.MultiInterceptor;
import io.smallrye.mutiny.infrastructure.UniInterceptor;

/**
 * Keeps OpenTelemetry's context in the operators that are assembled in a span, on whichever thread
 * they run. Mutiny finds it as it finds all interceptors; other operators stay as they are.
 */
@AutoService({UniInterceptor.class, MultiInterceptor.class})
public final class ContextInterceptor implements UniInterceptor, MultiInterceptor {

  /** After the others, next to the operator that subscribes: its functions run in our context. */
  private static final int ORDINAL = 10 * DEFAULT_ORDINAL;

  @Override
  public int ordinal() {
    return ORDINAL;
  }

  @Override
  public <T> Uni<T> onUniCreation(Uni<T> uni) {
    return isInSpan() ? new ContextUni<>(uni) : uni;
  }

  @Override
  public <T> Multi<T> onMultiCreation(Multi<T> multi) {
    return isInSpan() ? new ContextMulti<>(multi) : multi;
  }

  private static boolean isInSpan() {
    return Span.current().getSpanContext().isValid();
  }
}
