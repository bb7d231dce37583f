package io.spanloom.internal.call;

import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.spanloom.internal.convention.Identity;
import io.spanloom.internal.convention.SpanRole;
import io.spanloom.internal.session.AutoSteps;
import io.spanloom.internal.session.EnclosingSpans;
import io.spanloom.internal.toolcall.ToolCallMatch;
import io.spanloom.internal.toolcall.ToolCallRequest;
import org.jspecify.annotations.Nullable;

/**
 * The start of one span: what names it, where it is placed, and what it begins with.
 *
 * @param parent the context of the span's parent, which need not be the caller's span
 * @param enclosing what encloses the call, or {@code null}
 * @param match the request of a model that the call answers, or {@code null}
 */
public record CallStart(
    Call call,
    Identity identity,
    Context parent,
    @Nullable EnclosingSpans enclosing,
    @Nullable ToolCallMatch match) {

  private static final AttributeKey<String> CORRELATION =
      stringKey("spanloom.tool_call.correlation");

  public static CallStart of(
      Call call,
      Context caller,
      @Nullable EnclosingSpans enclosing,
      @Nullable ToolCallMatch match) {
    AutoSteps.Step step = call.step();
    Context parent =
        step != null
            ? caller.with(step.span())
            : parent(call.tracing(), caller, match == null ? null : match.call());
    return new CallStart(call, identity(call, enclosing), parent, enclosing, match);
  }

  /** A tool belongs below the reasoning that asked for it, if the program's structure allows it. */
  public static Context parent(Tracing tracing, Context caller, @Nullable ToolCallRequest request) {
    if (request == null || request.origin() == null || !tracing.reparentTools()) {
      return caller;
    }
    SpanContext reasoning = request.origin().parentBelow(Span.fromContext(caller).getSpanContext());
    return reasoning == null ? caller : caller.with(Span.wrap(reasoning));
  }

  private static Identity identity(Call call, @Nullable EnclosingSpans enclosing) {
    Identity described = call.spec().identity();
    String agent = call.role().namesAgent() && enclosing != null ? enclosing.agentName() : null;
    try {
      return call.captures().identity(described, call.request(), agent);
    } catch (Throwable adapterFailed) {
      call.tracingFailed(adapterFailed);
      call.setRequest(null); // an adapter that threw is not asked again for this call
      return call.captures().identity(described, null, agent);
    }
  }

  public Span startSpan() {
    Tracing tracing = call.tracing();
    SpanTemplate template = call.plan().template(identity);
    SpanBuilder builder = tracing.tracer().spanBuilder(template.spanName()).setParent(parent);
    if (tracing.sampling().isDropped(Span.fromContext(parent).getSpanContext())) {
      return builder.startSpan();
    }
    builder.setSpanKind(identity.role().otelKind()).setAllAttributes(template.attributes());
    call.writer().building(builder);
    if (enclosing != null) {
      builder.setAllAttributes(enclosing.sessionAttributes());
    }
    if (match != null) {
      addMatch(builder, match);
    }
    CallLifecycle.writeAttributes(call);
    return builder.startSpan();
  }

  private void addMatch(SpanBuilder builder, ToolCallMatch found) {
    if (found.id() != null) {
      call.tracing().conventions().toolCallId(found.id(), call.writer());
    }
    builder.setAttribute(CORRELATION, found.rule().value());
    ToolCallRequest request = found.call();
    if (request != null && request.origin() != null) {
      builder.addLink(request.origin().modelCall());
    }
  }

  /** What encloses the calls below the started span. */
  @Nullable EnclosingSpans enclosingBelow(Span span) {
    AutoSteps.Step step = call.step();
    if (step != null && enclosing != null) {
      return step.below(enclosing, call.contexts().caller());
    }
    SpanRole role = identity.role();
    boolean keepsFromSteps = enclosing != null && enclosing.steps() != null;
    if (!role.isRun() && role != SpanRole.TASK && !keepsFromSteps) {
      return enclosing;
    }
    String parentId = Span.fromContext(parent).getSpanContext().getSpanId();
    return role.isRun() && call.spec().autoSteps()
        ? EnclosingSpans.belowStepping(
            enclosing, role, identity.name(), span.getSpanContext(), parentId)
        : EnclosingSpans.below(enclosing, role, identity.name(), span.getSpanContext(), parentId);
  }

  /** Those of the session's attributes that go on metrics too. */
  public Attributes measuredAttributes() {
    return enclosing == null ? Attributes.empty() : enclosing.measuredAttributes();
  }

  /** Begins the event of a call whose span is recorded; the event says what the span says. */
  void beginEvent(Context inner) {
    if (!call.plan().emitsEvents()) {
      return;
    }
    CallEvent event = CallEvent.begin(call.tracing(), call.spec().spanRole(), inner);
    if (event == null) {
      return;
    }
    call.setEvent(event);
    event.conventions().identity(identity, event);
    EnclosingSpans below = call.enclosingSpans();
    if (below != null) {
      event.putAll(below.sessionAttributes());
    }
    if (match != null && match.id() != null) {
      event.conventions().toolCallId(match.id(), event);
    }
  }
}
