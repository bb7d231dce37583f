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
  private final SessionValues session;
  private final Attributes sessionAttributes;
  private final Attributes measuredAttributes;
  private final PendingCalls calls;

  /** The innermost agent's name, the id of the innermost run, and the steps that it opens. */
  private final @Nullable String agentName;

  private final @Nullable String run;
  private final @Nullable AutoSteps steps;

  /** The innermost level that adds up what calls use. */
  private final @Nullable EnclosingSpans counting;

  /**
   * The level whose end ends what it encloses: of the innermost run, else of the outermost span.
   */
  private final @Nullable EnclosingSpans runLevel;

  /** What the code was left by, until a span of its own encloses it; {@code null} if by nothing. */
  private final @Nullable EndedRun endedRun;

  /** Whether the call that this level is of has ended. */
  private volatile boolean ended;

  EnclosingSpans(
      @Nullable EnclosingSpans outer,
      @Nullable EnclosingSpan span,
      SessionValues session,
      Attributes sessionAttributes,
      Attributes measuredAttributes,
      PendingCalls calls,
      @Nullable EndedRun endedRun) {
    this.outer = outer;
    this.span = span;
    this.session = session;
    this.sessionAttributes = sessionAttributes;
    this.measuredAttributes = measuredAttributes;
    this.calls = calls;
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
  static EnclosingSpans inSession(
      @Nullable EnclosingSpans outer,
      SessionValues session,
      Attributes sessionAttributes,
      Attributes measuredAttributes,
      PendingCalls calls) {
    return new EnclosingSpans(
        outer, null, session, sessionAttributes, measuredAttributes, calls, null);
  }

  /** What encloses code below a call whose end ends what it encloses, whatever its role. */
  public static EnclosingSpans run(
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
    return new EnclosingSpans(
        newOuter, newSpan, session, sessionAttributes, measuredAttributes, calls, run);
  }

  /** What encloses code below a span. */
  public static EnclosingSpans below(
      @Nullable EnclosingSpans outer,
      SpanRole role,
      String name,
      SpanContext span,
      String parentId) {
    Totals totals = role.isRun() ? new Totals() : null;
    return below(outer, new EnclosingSpan(role, name, span, parentId, totals, null, role.isRun()));
  }

  /** What encloses code below a workflow or agent that opens its steps by itself. */
  public static EnclosingSpans belowStepping(
      @Nullable EnclosingSpans outer,
      SpanRole role,
      String name,
      SpanContext span,
      String parentId) {
    AutoSteps steps = new AutoSteps();
    return below(outer, new EnclosingSpan(role, name, span, parentId, new Totals(), steps, true));
  }

  private static EnclosingSpans below(@Nullable EnclosingSpans outer, EnclosingSpan enclosing) {
    return outer == null
        ? new EnclosingSpans(
            null,
            enclosing,
            SessionValues.NONE,
            Attributes.empty(),
            Attributes.empty(),
            new PendingCalls(),
            null)
        : outer.copy(outer, enclosing, null);
  }

  /** The call that this level is of has ended. */
  public void end() {
    ended = true;
  }

  /** Whether a run, or any call's span, encloses the code. */
  public boolean isInRun() {
    return runLevel != null;
  }

  /** Whether the innermost run has ended before the code that it encloses. */
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

  /** What the code was left by, until a span of its own encloses it; {@code null} if by nothing. */
  public @Nullable EndedRun endedRun() {
    return endedRun;
  }

  /** Whether code runs in the session already; no id means any. */
  boolean isInSession(@Nullable String sessionId) {
    return sessionId == null || sessionId.equals(session.sessionId());
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
    return session;
  }

  public PendingCalls calls() {
    return calls;
  }

  public Attributes sessionAttributes() {
    return sessionAttributes;
  }

  /** Those of the session's attributes that go on metrics too. */
  public Attributes measuredAttributes() {
    return measuredAttributes;
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
