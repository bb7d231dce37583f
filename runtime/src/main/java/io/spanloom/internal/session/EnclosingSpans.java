package io.spanloom.internal.session;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.spanloom.cost.Cost;
import io.spanloom.internal.convention.SpanRole;
import io.spanloom.internal.toolcall.PendingCalls;
import io.spanloom.internal.toolcall.RequestOrigin;
import io.spanloom.llm.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The session, workflows, agents and tasks that the running code stands in; carried by
 * OpenTelemetry's context so that it follows the code across threads.
 *
 * <p>Other spans make no level of their own, unless they keep their model calls from being steps of
 * the run around them.
 */
public final class EnclosingSpans {

  private static final ContextKey<EnclosingSpans> KEY = ContextKey.named("spanloom-ancestry");

  private final @Nullable EnclosingSpans outer;
  private final @Nullable EnclosingSpan span;
  private final JoinedSession session;

  /** The innermost agent's name, the id of the innermost run, and the steps that it opens. */
  private final @Nullable String agentName;

  private final @Nullable String run;
  private final @Nullable AutoSteps steps;

  /** The innermost level that adds up what calls use. */
  private final @Nullable EnclosingSpans counting;

  /** The level of the innermost run: a workflow, an agent, or else the outermost call. */
  private final @Nullable EnclosingSpans runLevel;

  /** The run that started the code and has ended; {@code null} below a span of the code's own. */
  private final @Nullable EndedRun endedRun;

  /** Whether the call that this level is of has ended. */
  private volatile boolean ended;

  EnclosingSpans(
      @Nullable EnclosingSpans outer,
      @Nullable EnclosingSpan span,
      JoinedSession session,
      @Nullable EndedRun endedRun) {
    this.outer = outer;
    this.span = span;
    this.session = session;
    boolean isRun = span != null && span.role().isRun();
    this.agentName =
        span != null && span.role() == SpanRole.AGENT
            ? span.name()
            : outer == null ? null : outer.agentName;
    this.run = isRun && span != null ? span.span().getSpanId() : outer == null ? null : outer.run;
    this.steps = span != null ? span.steps() : outer == null ? null : outer.steps;
    this.counting = isRun ? this : outer == null ? null : outer.counting;
    boolean startsRun =
        span != null && (span.startsRun() || outer == null || outer.runLevel == null);
    this.runLevel = startsRun ? this : outer == null ? null : outer.runLevel;
    this.endedRun =
        span != null ? null : endedRun != null || outer == null ? endedRun : outer.endedRun;
  }

  /** What encloses code in the context, or {@code null}. */
  public static @Nullable EnclosingSpans in(Context context) {
    return context.get(KEY);
  }

  /** What encloses code that runs in a session, below whatever encloses it already. */
  static EnclosingSpans inSession(@Nullable EnclosingSpans outer, JoinedSession session) {
    return new EnclosingSpans(outer, null, session, null);
  }

  /** What encloses code below a call that counts as a run, whatever its role. */
  public static EnclosingSpans belowRun(
      @Nullable EnclosingSpans outer,
      SpanRole role,
      String name,
      SpanContext span,
      String parentId) {
    return below(outer, new EnclosingSpan(role, name, span, parentId, null, null, true));
  }

  /** The same session, below a call. */
  public EnclosingSpans movedBelow(EnclosingSpans call) {
    return copy(call, null, null);
  }

  /** The same session, elsewhere. */
  EnclosingSpans copy(
      EnclosingSpans newOuter, @Nullable EnclosingSpan newSpan, @Nullable EndedRun run) {
    return new EnclosingSpans(newOuter, newSpan, session, run);
  }

  /**
   * What encloses code below a span.
   *
   * @param steps those that a workflow or agent opens by itself, or {@code null}
   */
  public static EnclosingSpans below(
      @Nullable EnclosingSpans outer,
      SpanRole role,
      String name,
      SpanContext span,
      String parentId,
      @Nullable AutoSteps steps) {
    Totals totals = role.isRun() ? new Totals() : null;
    return below(outer, new EnclosingSpan(role, name, span, parentId, totals, steps, role.isRun()));
  }

  private static EnclosingSpans below(@Nullable EnclosingSpans outer, EnclosingSpan enclosing) {
    return outer == null
        ? new EnclosingSpans(null, enclosing, JoinedSession.none(), null)
        : outer.copy(outer, enclosing, null);
  }

  /** The call that this level is of has ended. */
  public void end() {
    ended = true;
  }

  /** Whether a run encloses the code. */
  public boolean isInRun() {
    return runLevel != null;
  }

  /** Whether the innermost run has ended; the code, which was started in it, goes on. */
  public boolean isOutlived() {
    return runLevel != null && runLevel.ended;
  }

  boolean hasEnded() {
    return ended;
  }

  @Nullable EnclosingSpan span() {
    return span;
  }

  @Nullable EnclosingSpans runLevel() {
    return runLevel;
  }

  public @Nullable EnclosingSpans outer() {
    return outer;
  }

  /** The run that started the code and has ended; {@code null} below a span of the code's own. */
  public @Nullable EndedRun endedRun() {
    return endedRun;
  }

  /** Whether code runs in the session already; no id means any. */
  boolean isInSession(@Nullable String sessionId) {
    return sessionId == null || sessionId.equals(session.values().sessionId());
  }

  /** The context with this in it; the very same one if it is there already. */
  public Context storeIn(Context context) {
    return isSame(context.get(KEY)) ? context : context.with(KEY, this);
  }

  @SuppressWarnings("ReferenceEquality") // the very object the context holds
  private boolean isSame(@Nullable EnclosingSpans other) {
    return this == other;
  }

  public SessionValues session() {
    return session.values();
  }

  public PendingCalls calls() {
    return session.calls();
  }

  public Attributes sessionAttributes() {
    return session.attributes();
  }

  /** Those of the session's attributes that go on metrics too. */
  public Attributes measuredAttributes() {
    return session.measuredAttributes();
  }

  /** The innermost agent's name, or {@code null}. */
  public @Nullable String agentName() {
    return agentName;
  }

  /** The id of the innermost workflow's or agent's span, or {@code null}. */
  public @Nullable String run() {
    return run;
  }

  /**
   * The steps of the workflow or agent that the running code stands directly in, or {@code null} if
   * it opens none or something else stands between.
   */
  public @Nullable AutoSteps steps() {
    return steps;
  }

  /** The steps this level's own span has opened, or {@code null}. */
  public @Nullable AutoSteps ownSteps() {
    return span == null ? null : span.steps();
  }

  /** The totals this level's own span keeps, or {@code null}. */
  public @Nullable Totals ownTotals() {
    return span == null ? null : span.totals();
  }

  /** Counts a tool call in every workflow and agent around the running code. */
  public void countToolCall() {
    eachTotals(Totals::toolCall);
  }

  /** Counts a model call in every workflow and agent around the running code. */
  public void countModelCall(@Nullable TokenUsage usage, @Nullable Cost price) {
    eachTotals(totals -> totals.modelCall(usage, price));
  }

  /** Counts what was used and cost beside model calls. */
  public void countUsage(@Nullable TokenUsage usage, @Nullable Cost price) {
    eachTotals(totals -> totals.used(usage, price));
  }

  private void eachTotals(Consumer<Totals> count) {
    for (EnclosingSpans level = counting; level != null; level = level.outerCounting()) {
      Totals totals = level.ownTotals();
      if (totals != null) {
        count.accept(totals);
      }
    }
  }

  private @Nullable EnclosingSpans outerCounting() {
    return outer == null ? null : outer.counting;
  }

  /** Where a tool call is asked for when a model call in this place asks for it. */
  public RequestOrigin origin(SpanContext modelCall) {
    EnclosingSpans level = this;
    while (level != null && (level.span == null || level.span.role() != SpanRole.TASK)) {
      level = level.outer;
    }
    return level == null || level.span == null
        ? new RequestOrigin(modelCall, null, List.of(), run())
        : new RequestOrigin(modelCall, level.span.span(), level.idsAbove(), run());
  }

  private List<String> idsAbove() {
    List<String> ids = new ArrayList<>();
    for (EnclosingSpans level = this; level != null; level = level.outer) {
      if (level.span != null) {
        if (level != this) {
          ids.add(level.span.span().getSpanId());
        }
        ids.add(level.span.parentId());
      }
    }
    return ids;
  }
}
