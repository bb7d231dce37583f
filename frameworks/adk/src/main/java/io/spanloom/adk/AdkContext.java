package io.spanloom.adk;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The context of a span that ADK has started.
 *
 * <p>ADK keeps the context while it does not yet say whose agent, model or tool runs, and lets it
 * stay current on a thread when the run has gone to another one. So what it holds is looked up when
 * it is used: what is around the span before its start and after its end, in between the span.
 */
record AdkContext(AdkSpan span) implements Context {

  @Override
  public <V> @Nullable V get(ContextKey<V> key) {
    return span.inner().get(key);
  }

  @Override
  public <V> Context with(ContextKey<V> key, V value) {
    return span.inner().with(key, value);
  }

  @Override
  @SuppressWarnings("MustBeClosedChecker") // the caller closes it
  public Scope makeCurrent() {
    Context other = span.inPlaceOfContext();
    return other == null ? ContextStorage.get().attach(this) : other.makeCurrent();
  }
}
