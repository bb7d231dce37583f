package io.spanloom.internal.call;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.spanloom.internal.metric.Failures;
import io.spanloom.internal.session.EnclosingSpans;
import io.spanloom.internal.session.SessionValues;
import io.spanloom.internal.session.Sessions;
import org.jspecify.annotations.Nullable;

/** Runs code in sessions that the program names. */
public final class SessionScope {

  private SessionScope() {}

  /**
   * Runs the following code in a session; nothing happens while tracing is off. Never throws.
   *
   * @param defaultSession the session if neither the values nor the code around have one
   */
  @SuppressWarnings("MustBeClosedChecker") // the caller closes it
  public static Scope enter(SessionValues values, @Nullable String defaultSession) {
    try {
      Tracing tracing = Tracing.currentOrNull();
      if (tracing == null) {
        return Scope.noop();
      }
      Sessions sessions = tracing.sessions();
      Context context = RunningContext.current();
      EnclosingSpans outer = sessions.enclosing(context);
      boolean inSession = outer != null && outer.session().sessionId() != null;
      SessionValues joined =
          inSession ? values : values.within(SessionValues.of(defaultSession, null));
      EnclosingSpans enclosing = sessions.join(outer, joined);
      return sessions.enter(context, enclosing).makeCurrent();
    } catch (Throwable failure) {
      Failures.outsideCalls("a session", failure);
      return Scope.noop();
    }
  }
}
