package io.spanloom.internal.session;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
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
  private final UnenclosedCalls unenclosed = new UnenclosedCalls();

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

  /** What the context holds, or what baggage tells of a session begun in another process. */
  public @Nullable EnclosingSpans enclosing(Context context) {
    EnclosingSpans known = EnclosingSpans.in(context);
    if (known != null) {
      return known;
    }
    SessionValues arrived = baggage.read(context);
    return arrived == null ? null : join(null, arrived);
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
    return EnclosingSpans.inSession(outer, session, attributes, measured, calls);
  }

  /** The tool calls that were asked for outside sessions, workflows and agents. */
  public UnenclosedCalls unenclosed() {
    return unenclosed;
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
