package io.spanloom.advice;

import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.spanloom.convention.Identity;
import io.spanloom.convention.SpanRole;
import io.spanloom.llm.LlmToolCall;
import io.spanloom.metric.Metrics;
import io.spanloom.toolcall.CallInHand;
import io.spanloom.toolcall.Correlation;
import io.spanloom.toolcall.RequestedCall;
import org.jspecify.annotations.Nullable;

/** Starts the span of a frame: names it, places it in the trace, and makes it current. */
final class SpanStart {

  private static final AttributeKey<String> CORRELATION =
      stringKey("spanloom.tool_call.correlation");

  private SpanStart() {}

  static void start(Frame frame) {
    Context lexical = frame.context().caller();
    Ancestry outer = Ancestry.of(lexical, frame.tracing());
    Ancestry ancestry = joinSession(frame, outer);
    if (frame.unheard()) {
      startUnheard(frame, lexical, ancestry);
    } else {
      start(frame, lexical, ancestry);
    }
  }

  /**
   * Starts the span of a call that nobody will hear of: what matters is what others may see of it.
   * Its context goes with messages; a session's tool call that it takes is no one else's. Below
   * another such call of this process there is nothing to see of a span.
   */
  private static void startUnheard(Frame frame, Context lexical, @Nullable Ancestry ancestry) {
    boolean mayTake = ancestry != null || CallInHand.in(lexical) != null;
    Correlation correlation = mayTake ? ToolCallIds.correlate(frame, lexical, ancestry) : null;
    Tracing tracing = frame.tracing();
    Span span = Span.fromContext(lexical);
    Context inner = lexical;
    if (!isUnheard(span)) {
      String name = frame.spec().prepare(tracing, frame.spec().identity()).spanName();
      span = tracing.tracer().spanBuilder(name).setParent(lexical).startSpan();
      inner = lexical.with(span);
    }
    frame.writer().started(span);
    inner = ToolCallIds.below(inner, frame, correlation);
    frame.context().makeCurrent(ancestry == null ? inner : ancestry.enter(inner, tracing));
  }

  /** Whether the span, below which all are certain to be dropped, has been dropped itself. */
  private static boolean isUnheard(Span span) {
    SpanContext context = span.getSpanContext();
    return context.isValid() && !context.isSampled() && !context.isRemote() && !span.isRecording();
  }

  private static void start(Frame frame, Context lexical, @Nullable Ancestry ancestry) {
    frame.placed(ancestry);
    ToolCallIds.answered(frame, ancestry);
    AutoSteps.Step step = step(frame, lexical, ancestry);
    Correlation correlation = ToolCallIds.correlate(frame, lexical, ancestry);
    Identity identity = identity(frame, ancestry);
    Context parent =
        step != null
            ? lexical.with(step.span())
            : parent(frame.tracing(), lexical, correlation == null ? null : correlation.call());
    Span span = build(frame, identity, parent, ancestry, correlation).startSpan();
    frame.writer().started(span);

    Context inner = ToolCallIds.below(lexical.with(span), frame, correlation);
    Ancestry below =
        step == null || ancestry == null
            ? below(frame, identity, ancestry, span, parent)
            : step.below(ancestry, lexical);
    frame.placed(below);
    Context inside = below == null ? inner : below.enter(inner, frame.tracing());
    frame.context().makeCurrent(inside);
    measure(frame, identity, ancestry, inside);
    if (frame.isRecording()) {
      beginEvent(frame, identity, correlation, inside);
      CallContent.input(frame);
    }
    frame.drainAttributes();
  }

  private static void measure(
      Frame frame, Identity identity, @Nullable Ancestry ancestry, Context inside) {
    Metrics metrics = frame.tracing().metrics();
    if (metrics != null) {
      Attributes session = ancestry == null ? Attributes.empty() : ancestry.measuredAttributes();
      frame.measured(Measurement.start(metrics, identity, frame.request(), session, inside));
    }
  }

  /** The event says what the span says; it is made only for spans that are recorded. */
  private static void beginEvent(
      Frame frame, Identity identity, @Nullable Correlation correlation, Context inside) {
    CallEvent event = CallEvent.begin(frame.tracing(), frame.spec(), inside);
    if (event == null) {
      return;
    }
    frame.event(event);
    event.conventions().identity(identity, event);
    Ancestry ancestry = frame.ancestry();
    if (ancestry != null) {
      event.putAll(ancestry.sessionAttributes());
    }
    if (correlation != null && correlation.id() != null) {
      event.conventions().toolCallId(correlation.id(), event);
    }
  }

  /** A call announced inside a model call belongs to its response, else to the current span. */
  static void announce(@Nullable Frame frame, String id, String name, @Nullable String arguments) {
    if (frame != null && frame.spec().role() == SpanRole.LLM) {
      frame.captures().announced(new LlmToolCall(id, name, arguments));
      return;
    }
    Tracing tracing = Tracing.installed();
    Ancestry ancestry = tracing == null ? null : Ancestry.of(Context.current(), tracing);
    if (ancestry != null) {
      SpanContext current = Span.current().getSpanContext();
      ancestry.calls().announce(new RequestedCall(id, name, arguments, ancestry.origin(current)));
    }
  }

  private static @Nullable Ancestry joinSession(Frame frame, @Nullable Ancestry outer) {
    if (frame.sessionId() == null && frame.userId() == null) {
      return outer;
    }
    SessionValues values = SessionValues.of(frame.sessionId(), frame.userId());
    return Ancestry.inSession(outer, values, frame.tracing());
  }

  private static Identity identity(Frame frame, @Nullable Ancestry ancestry) {
    Identity spec = frame.spec().identity();
    boolean namesAgent = spec.role() == SpanRole.TOOL || spec.role() == SpanRole.TASK;
    String agent = namesAgent && ancestry != null ? ancestry.agentName() : null;
    try {
      return frame.captures().identity(spec, frame.request(), agent);
    } catch (Throwable adapterFailed) {
      frame.captureFailed(adapterFailed);
      frame.dropRequest();
      return frame.captures().identity(spec, null, agent);
    }
  }

  /** A tool belongs below the reasoning that asked for it, if the program's structure allows it. */
  static Context parent(Tracing tracing, Context lexical, @Nullable RequestedCall call) {
    if (call == null || call.origin() == null || !tracing.reparentTools()) {
      return lexical;
    }
    SpanContext reasoning = call.origin().parentBelow(Span.fromContext(lexical).getSpanContext());
    return reasoning == null ? lexical : lexical.with(Span.wrap(reasoning));
  }

  private static SpanBuilder build(
      Frame frame,
      Identity identity,
      Context parent,
      @Nullable Ancestry ancestry,
      @Nullable Correlation correlation) {
    Tracing tracing = frame.tracing();
    Prepared prepared = frame.spec().prepare(tracing, identity);
    SpanBuilder builder = tracing.tracer().spanBuilder(prepared.spanName()).setParent(parent);
    if (tracing.sampling().isDropped(Span.fromContext(parent).getSpanContext())) {
      return builder;
    }
    builder.setSpanKind(identity.role().otelKind()).setAllAttributes(prepared.attributes());
    frame.writer().building(builder);
    if (ancestry != null) {
      builder.setAllAttributes(ancestry.sessionAttributes());
    }
    if (correlation != null) {
      correlated(frame, builder, correlation);
    }
    frame.writeAttributes();
    return builder;
  }

  private static void correlated(Frame frame, SpanBuilder builder, Correlation correlation) {
    if (correlation.id() != null) {
      frame.tracing().conventions().toolCallId(correlation.id(), frame.writer());
    }
    builder.setAttribute(CORRELATION, correlation.rule().value());
    RequestedCall call = correlation.call();
    if (call != null && call.origin() != null) {
      builder.addLink(call.origin().modelCall());
    }
  }

  /** A run that marks its own steps opens one for a model call directly below it. */
  private static AutoSteps.@Nullable Step step(
      Frame frame, Context lexical, @Nullable Ancestry ancestry) {
    if (ancestry == null || frame.spec().role() != SpanRole.LLM) {
      return null;
    }
    AutoSteps steps = ancestry.steps();
    AutoSteps.Step step = steps == null ? null : steps.next(frame, lexical, ancestry);
    if (step != null) {
      frame.opened(step);
    }
    return step;
  }

  private static @Nullable Ancestry below(
      Frame frame, Identity identity, @Nullable Ancestry ancestry, Span span, Context parent) {
    SpanRole role = identity.role();
    boolean keepsFromSteps = ancestry != null && ancestry.steps() != null;
    if (!role.isRun() && role != SpanRole.TASK && !keepsFromSteps) {
      return ancestry;
    }
    String parentId = Span.fromContext(parent).getSpanContext().getSpanId();
    if (role.isRun() && frame.spec().autoSteps()) {
      return Ancestry.belowStepping(
          ancestry, role, identity.name(), span.getSpanContext(), parentId);
    }
    return Ancestry.below(ancestry, role, identity.name(), span.getSpanContext(), parentId);
  }
}
