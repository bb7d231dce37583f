package io.spanloom.micrometer;

import io.micrometer.context.ThreadLocalAccessor;
import io.micrometer.tracing.TraceContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries OpenTelemetry's context to other threads: the current span with its session, run and tool
 * calls. Micrometer's own accessor carries the current observation only.
 *
 * <p>An observation may be put into a snapshot or Reactor's context after the context was captured,
 * as clients do. The observation is the inner one then, and its context stays current.
 */
@SuppressWarnings("MustBeClosedChecker") // closed by restore
final class CurrentContextAccessor implements ThreadLocalAccessor<Context> {

  /** Also known to {@code spanloom-reactor}. */
  private static final String KEY = "io.spanloom.context";

  private static final ThreadLocal<Deque<Scope>> SCOPES = ThreadLocal.withInitial(ArrayDeque::new);

  private final Supplier<@Nullable TraceContext> observationInScope;

  CurrentContextAccessor(Supplier<@Nullable TraceContext> observationInScope) {
    this.observationInScope = observationInScope;
  }

  @Override
  public Object key() {
    return KEY;
  }

  /** The current context; {@code null}, which means none, if it is empty. */
  @Override
  @SuppressWarnings("ReferenceEquality") // the root context is one object
  public @Nullable Context getValue() {
    Context current = Context.current();
    return current == Context.root() ? null : current;
  }

  @Override
  public void setValue(Context captured) {
    TraceContext restored = observationInScope.get();
    Scope scope = captured.makeCurrent();
    if (restored != null
        && !restored.equals(observationInScope.get())
        && isInTraceOf(captured, restored)) {
      scope.close();
      scope = Scope.noop();
    }
    SCOPES.get().push(scope);
  }

  private static boolean isInTraceOf(Context captured, TraceContext observation) {
    SpanContext span = Span.fromContext(captured).getSpanContext();
    return !span.isValid() || span.getTraceId().equals(observation.traceId());
  }

  @Override
  public void setValue() {
    SCOPES.get().push(Context.root().makeCurrent());
  }

  @Override
  public void restore(Context previous) {
    restore();
  }

  @Override
  public void restore() {
    Deque<Scope> scopes = SCOPES.get();
    Scope scope = scopes.poll();
    if (scope != null) {
      scope.close();
    }
    if (scopes.isEmpty()) {
      SCOPES.remove();
    }
  }
}
