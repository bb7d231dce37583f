package io.spanloom.internal.session;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.spanloom.internal.convention.AttributeSink;
import io.spanloom.internal.convention.Conventions;
import io.spanloom.internal.metric.Metrics;
import io.spanloom.internal.toolcall.PendingCalls;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sessions that spans belong to, with the settings in force. */
public final class Sessions {

  private final SessionBaggage baggage;
  private final Conventions conventions;
  private final boolean showsUsers;
  private final @Nullable Metrics metrics;

  private final SessionStore store = new SessionStore();

  /**
   * No sessions yet.
   *
   * @param baggageKeys the keys of session values that travel to other processes
   * @param showsUsers whether spans may say which user they serve
   */
  public Sessions(
      List<String> baggageKeys,
      Conventions conventions,
      boolean showsUsers,
      @Nullable Metrics metrics) {
    this.baggage = new SessionBaggage(baggageKeys);
    this.conventions = conventions;
    this.showsUsers = showsUsers;
    this.metrics = metrics;
  }

  /** What the context holds, or else the session in the baggage, begun in another process. */
  public @Nullable EnclosingSpans enclosing(Context context) {
    EnclosingSpans enclosing = EnclosingSpans.in(context);
    if (enclosing != null) {
      return enclosing;
    }
    SessionValues arrived = baggage.read(context);
    return arrived == null ? null : join(null, arrived);
  }

  /**
   * The context of code whose innermost run has ended before it.
   *
   * @param outlived what encloses the code in the context
   * @param inProgress what the call in progress on this thread encloses, or {@code null}
   */
  public Context leave(
      Context context, EnclosingSpans outlived, @Nullable EnclosingSpans inProgress) {
    return OutlivedRuns.leave(context, outlived, inProgress, baggage);
  }

  /** The context of code that shall belong to no run; its first spans link to the current one. */
  public Context detach(Context context) {
    return OutlivedRuns.detach(context, Span.fromContext(context).getSpanContext(), baggage);
  }

  /** What encloses code that runs in a session, below whatever encloses it already. */
  public EnclosingSpans join(@Nullable EnclosingSpans outer, SessionValues values) {
    SessionValues session = outer == null ? values : values.within(outer.session());
    PendingCalls calls =
        outer != null && outer.isInSession(values.sessionId())
            ? outer.calls()
            : store.pendingCalls(session.sessionId());
    Attributes attributes = session.attributes(conventions, showsUsers);
    Attributes measured = metrics == null ? Attributes.empty() : metrics.chosen(attributes);
    return EnclosingSpans.inSession(outer, new JoinedSession(session, attributes, measured, calls));
  }

  /** Writes what a call says of its own session and user. */
  public void write(SessionValues values, AttributeSink out) {
    conventions.session(values.sessionId(), showsUsers ? values.userId() : null, out);
  }

  /** The context of code that is enclosed so; the very same one if it is there already. */
  public Context enter(Context context, EnclosingSpans enclosing) {
    EnclosingSpans before = EnclosingSpans.in(context);
    Context inside = enclosing.storeIn(context);
    return before != null && enclosing.session().equals(before.session())
        ? inside
        : baggage.write(inside, enclosing.session());
  }
}
