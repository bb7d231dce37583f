package io.spanloom.springboot.springai;

import io.micrometer.observation.Observation;
import io.opentelemetry.context.Scope;
import io.spanloom.StartedSpan;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/** The scopes of an observation, in which its span is current. */
@SuppressWarnings("MustBeClosedChecker") // they end with the observation's
final class SpanScopes {

  private final Deque<Scope> open = new ConcurrentLinkedDeque<>();

  private SpanScopes() {}

  /** A scope of the observation is opened. */
  static void open(Observation.Context context, @Nullable StartedSpan span) {
    if (span != null) {
      SpanScopes scopes = context.computeIfAbsent(SpanScopes.class, key -> new SpanScopes());
      scopes.open.push(span.makeCurrent());
    }
  }

  /** The scope that was opened last is closed. */
  static void close(Observation.Context context) {
    SpanScopes scopes = context.get(SpanScopes.class);
    Scope scope = scopes == null ? null : scopes.open.poll();
    if (scope != null) {
      scope.close();
    }
  }
}
