package io.spanloom.internal.call;

import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.spanloom.internal.convention.Identity;
import io.spanloom.internal.convention.SpanRole;
import io.spanloom.internal.session.AutoSteps;
import io.spanloom.internal.session.EnclosingSpans;
import io.spanloom.internal.session.EndedRun;
import io.spanloom.internal.toolcall.ToolCallMatch;
import io.spanloom.internal.toolcall.ToolCallRequest;
import org.jspecify.annotations.Nullable;

/** Names spans that start, places them in the trace, and gives them what they begin with. */
public final class CallStart {

  private static final AttributeKey<String> CORRELATION =
      stringKey("spanloom.tool_call.correlation");

  private CallStart() {}

  /** The context of the span's parent, which need not be the caller's span. */
  static Context parent(Call call, Context caller, @Nullable ToolCallMatch match) {
    AutoSteps.Step step = call.step();
    return step != null
        ? caller.with(step.span())
        : parent(call.tracing(), caller, match == null ? null : match.call());
  }

  /** A tool belongs below the reasoning that asked for it, if the program's structure allows it. */
  public static Context parent(Tracing tracing, Context caller, @Nullable ToolCallRequest request) {
    if (request == null || request.origin() == null || !tracing.reparentTools()) {
      return caller;
    }
    SpanContext reasoning = request.origin().parentBelow(Span.fromContext(caller).getSpanContext());
    return reasoning == null ? caller : caller.with(Span.wrap(reasoning));
  }

  /** What names the span: the method, and what its call says of itself. */
  static Identity identity(Call call) {
    Identity described = describedIdentity(call);
    try {
      return call.captures().identity(described, call.request());
    } catch (Throwable adapterFailed) {
      call.tracingFailed(adapterFailed);
      call.setRequest(null); // an adapter that threw is not asked again for this call
      return call.captures().identity(described, null);
    }
  }

  /** What names the span as far as its method, and what encloses it, say. */
  static Identity describedIdentity(Call call) {
    CallPlan plan = call.plan();
    EnclosingSpans enclosing = call.enclosingCaller();
    return plan.identity(plan.namesAgent() && enclosing != null ? enclosing.agentName() : null);
  }

  /** Opens the builder of a span, with what spans of its sort and session have in common. */
  static SpanBuilder open(Call call, SpanTemplate template, @Nullable EnclosingSpans enclosing) {
    SpanBuilder builder =
        spanBuilder(call, template)
            .setSpanKind(template.identity().role().otelKind())
            .setAllAttributes(template.attributes());
    if (enclosing != null) {
      builder.setAllAttributes(enclosing.sessionAttributes());
      linkEndedRun(call, builder, enclosing);
    }
    call.writer().building(builder);
    return builder;
  }

  static Span startSpan(
      Call call,
      Identity identity,
      Context parent,
      @Nullable EnclosingSpans enclosing,
      @Nullable ToolCallMatch match) {
    SpanBuilder builder = call.writer().builder();
    if (builder == null) {
      SpanTemplate template = call.plan().template(identity);
      if (call.tracing().sampling().dropsBelow(parent)) {
        return spanBuilder(call, template).setParent(parent).startSpan();
      }
      builder = open(call, template, enclosing);
    } else if (!identity.equals(describedIdentity(call))) {
      return startRenamed(call, builder, identity, parent, match);
    }
    return start(call, builder, parent, match);
  }

  private static Span start(
      Call call, SpanBuilder builder, Context parent, @Nullable ToolCallMatch match) {
    if (match != null) {
      addMatch(call, builder, match);
    }
    CallAttributes.write(call);
    return builder.setParent(parent).startSpan();
  }

  /**
   * A builder has one name. For a call that says another, though its spec promised the opposite,
   * all is as it should be, but for the name that a sampler sees.
   */
  private static Span startRenamed(
      Call call,
      SpanBuilder builder,
      Identity identity,
      Context parent,
      @Nullable ToolCallMatch match) {
    SpanTemplate template = call.plan().template(identity);
    builder.setAllAttributes(template.attributes());
    return start(call, builder, parent, match).updateName(template.spanName());
  }

  private static SpanBuilder spanBuilder(Call call, SpanTemplate template) {
    Span joined = call.contexts().joined();
    return joined == null
        ? call.tracing().tracer().spanBuilder(template.spanName())
        : new JoinedSpan.Builder(joined);
  }

  /** Work that has outlived its run links to it. */
  private static void linkEndedRun(Call call, SpanBuilder builder, EnclosingSpans enclosing) {
    EndedRun ended = enclosing.endedRun();
    if (ended != null
        && ended.isLinkedBelow(Span.fromContext(call.contexts().caller()).getSpanContext())) {
      builder.addLink(ended.span());
    }
  }

  private static void addMatch(Call call, SpanBuilder builder, ToolCallMatch found) {
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
  static @Nullable EnclosingSpans enclosingBelow(
      Call call, Identity identity, Context parent, @Nullable EnclosingSpans enclosing, Span span) {
    SpanRole role = identity.role();
    boolean keepsFromSteps = enclosing != null && enclosing.steps() != null;
    if (!role.isRun() && role != SpanRole.TASK && !keepsFromSteps) {
      return enclosing;
    }
    EnclosingSpans level = level(call, identity, parent, enclosing, span.getSpanContext());
    call.contexts().setLevel(level);
    return level;
  }

  private static EnclosingSpans level(
      Call call,
      Identity identity,
      Context parent,
      @Nullable EnclosingSpans enclosing,
      SpanContext span) {
    AutoSteps.Step step = call.step();
    if (step != null && enclosing != null) {
      return step.below(enclosing, call.contexts().caller());
    }
    SpanRole role = identity.role();
    String parentId = Span.fromContext(parent).getSpanContext().getSpanId();
    AutoSteps steps = role.isRun() && call.spec().autoSteps() ? new AutoSteps() : null;
    return EnclosingSpans.below(enclosing, role, identity.name(), span, parentId, steps);
  }

  /** Begins the event of a call whose span is recorded; the event says what the span says. */
  static void beginEvent(
      Call call, Identity identity, @Nullable ToolCallMatch match, Context inner) {
    if (!call.plan().emitsEvents() || call.contexts().isJoined()) {
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
