package io.spanloom.internal.role;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.spanloom.cost.Cost;
import io.spanloom.internal.call.Call;
import io.spanloom.internal.call.CallErrors;
import io.spanloom.internal.call.CallPlan;
import io.spanloom.internal.call.CallRole;
import io.spanloom.internal.call.ContentWriter;
import io.spanloom.internal.call.Inputs;
import io.spanloom.internal.call.Outputs;
import io.spanloom.internal.call.SpanTemplate;
import io.spanloom.internal.call.ToolCallMatching;
import io.spanloom.internal.call.Tracing;
import io.spanloom.internal.convention.Identity;
import io.spanloom.internal.convention.SpanRole;
import io.spanloom.internal.session.AutoSteps;
import io.spanloom.internal.session.EnclosingSpans;
import io.spanloom.llm.LlmAdapter;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.LlmToolCall;
import io.spanloom.llm.StreamedResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Model calls: they have a request, a response, tokens and a price, and may ask for tools. */
final class ModelCallRole extends CallRole {

  ModelCallRole() {
    super(SpanRole.LLM);
  }

  @Override
  public void plan(CallPlan.Builder plan) {
    plan.atStart(ModelCallRole::request)
        .atEnd(ModelCallRole::response)
        .whenMeasured(ModelCallRole::account);
  }

  @Override
  public boolean asksModel() {
    return true;
  }

  @Override
  public boolean namedByRequest() {
    return true;
  }

  @Override
  public boolean callsProvider() {
    return true;
  }

  /** The request tells the model what the calls it asked for came to. */
  @Override
  public void beforeStart(Call call, @Nullable EnclosingSpans enclosing) {
    ToolCallMatching.answered(call, enclosing);
  }

  /** A run that marks its own steps opens one for a model call directly below it. */
  @Override
  public AutoSteps.@Nullable Step openStep(
      Call call, Context caller, @Nullable EnclosingSpans enclosing) {
    AutoSteps steps = enclosing == null ? null : enclosing.steps();
    return steps == null || enclosing == null
        ? null
        : steps.next(
            call.tracing().conventions(),
            name -> startStep(call.tracing(), name, caller, enclosing));
  }

  private static Span startStep(
      Tracing tracing, String name, Context caller, EnclosingSpans enclosing) {
    SpanTemplate template =
        SpanTemplate.of(tracing.conventions(), Identity.named(SpanRole.TASK, name));
    return tracing
        .tracer()
        .spanBuilder(template.spanName())
        .setParent(caller)
        .setSpanKind(SpanRole.TASK.otelKind())
        .setAllAttributes(template.attributes())
        .setAllAttributes(enclosing.sessionAttributes())
        .startSpan();
  }

  @Override
  public void firstChunk(Call call, double seconds) {
    call.measurement().firstChunk();
    call.tracing().conventions().timeToFirstChunk(seconds, call.writer());
  }

  @Override
  public void laterChunk(Call call, double seconds) {
    call.measurement().laterChunk(seconds);
  }

  /** Some streams have but one element, and that is the response. */
  @Override
  public boolean takeChunk(Call call, Object chunk) {
    LlmResponse read = adapted(call, chunk);
    if (read == null) {
      return false;
    }
    for (LlmMessage message : read.messages()) {
      toolCallsArrived(call, message.toolCalls());
    }
    return true;
  }

  @Override
  public void toolCallsArrived(Call call, List<LlmToolCall> toolCalls) {
    AutoSteps.Step step = call.step();
    if (step != null) {
      step.requested(toolCalls);
    }
    if (!toolCalls.isEmpty()) {
      ToolCallMatching.announce(call, toolCalls);
    }
  }

  @Override
  public Object streamedResult(StreamedResponse response) {
    return response;
  }

  private static void request(Call call) {
    LlmRequest request = call.captures().request(call.request());
    ContentWriter.each(
        call,
        content -> {
          if (request != null) {
            content.request(request);
          }
          if (content.isAllowed()) {
            content.input(Inputs.of(content, request));
          }
        });
  }

  private static void response(Call call) {
    LlmResponse adapted = adapted(call, call.result());
    LlmResponse response = call.captures().response(adapted);
    if (response != null) {
      if (call.outcome().thrown() == null) {
        CallErrors.record(call, response.errorType());
      }
      ContentWriter.each(call, content -> content.response(response));
      if (!call.outcome().isStreamed() || adapted == null) {
        response
            .messages()
            .forEach(message -> call.role().toolCallsArrived(call, message.toolCalls()));
      }
    }
    Cost cost = Accounting.modelCall(call, response);
    if (cost != null) {
      call.tracing().conventions().cost(SpanRole.LLM, cost, call.writer());
    }
    output(call, adapted == null ? null : response);
  }

  /** A model's answer stands for the object that holds it. */
  private static void output(Call call, @Nullable LlmResponse answer) {
    Object result = call.result();
    if (result == null || !call.plan().recordsContent()) {
      return;
    }
    if (answer == null) {
      Outputs.record(call);
      return;
    }
    ContentWriter.each(
        call,
        content -> {
          if (content.isAllowed()) {
            content.output(ModelOutput.of(content, answer));
          }
        });
  }

  /** What metrics ask of a call whose span is not recorded. */
  private static void account(Call call) {
    LlmResponse response = call.captures().response(adapted(call, call.result()));
    if (response != null && call.outcome().thrown() == null) {
      CallErrors.record(call, response.errorType());
    }
    Accounting.modelCall(call, response);
  }

  /** A response its adapter cannot read is still a model call. */
  private static @Nullable LlmResponse adapted(Call call, @Nullable Object result) {
    if (result == null || call.spec().sensitiveResult()) {
      return null;
    }
    if (result instanceof StreamedResponse response) {
      return response;
    }
    try {
      LlmAdapter<?, ?> adapter = call.tracing().adapters().forResponse(result.getClass());
      return adapter == null ? null : read(adapter, result);
    } catch (Throwable failure) {
      call.tracingFailed(failure);
      return null;
    }
  }

  @SuppressWarnings("unchecked") // the adapter was found by the value's class
  private static <R> LlmResponse read(LlmAdapter<?, R> adapter, Object value) {
    return adapter.response((R) value);
  }
}
