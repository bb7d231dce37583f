package io.spanloom.benchmarks.model;

import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import java.util.List;

/** The model call as a good engineer traces it by hand, with what the woven one records. */
final class HandWrittenChat {

  private static final AttributeKey<String> REQUEST_MODEL = stringKey("gen_ai.request.model");
  private static final AttributeKey<String> MODEL_NAME = stringKey("llm.model_name");
  private static final AttributeKey<String> REQUEST_MODEL_NAME =
      stringKey("llm.request.model_name");
  private static final AttributeKey<Double> TEMPERATURE = doubleKey("gen_ai.request.temperature");
  private static final AttributeKey<Long> MAX_TOKENS = longKey("gen_ai.request.max_tokens");
  private static final AttributeKey<String> PARAMETERS = stringKey("llm.invocation_parameters");
  private static final AttributeKey<String> INPUT_MESSAGES = stringKey("gen_ai.input.messages");
  private static final AttributeKey<String> OUTPUT_MESSAGES = stringKey("gen_ai.output.messages");
  private static final AttributeKey<String> RESPONSE_ID = stringKey("gen_ai.response.id");
  private static final AttributeKey<String> RESPONSE_MODEL = stringKey("gen_ai.response.model");
  private static final AttributeKey<String> RESPONSE_MODEL_NAME =
      stringKey("llm.response.model_name");
  private static final AttributeKey<List<String>> FINISH_REASONS =
      stringArrayKey("gen_ai.response.finish_reasons");
  private static final AttributeKey<String> FINISH_REASON = stringKey("llm.finish_reason");
  private static final AttributeKey<Long> INPUT_TOKENS = longKey("gen_ai.usage.input_tokens");
  private static final AttributeKey<Long> OUTPUT_TOKENS = longKey("gen_ai.usage.output_tokens");
  private static final AttributeKey<Long> CACHED_TOKENS =
      longKey("gen_ai.usage.cache_read.input_tokens");
  private static final AttributeKey<Long> REASONING_TOKENS =
      longKey("gen_ai.usage.reasoning.output_tokens");
  private static final AttributeKey<Long> PROMPT_COUNT = longKey("llm.token_count.prompt");
  private static final AttributeKey<Long> COMPLETION_COUNT = longKey("llm.token_count.completion");
  private static final AttributeKey<Long> TOTAL_COUNT = longKey("llm.token_count.total");
  private static final AttributeKey<Long> CACHED_COUNT =
      longKey("llm.token_count.prompt_details.cache_read");
  private static final AttributeKey<Long> REASONING_COUNT =
      longKey("llm.token_count.completion_details.reasoning");
  private static final AttributeKey<Double> PROMPT_COST = doubleKey("llm.cost.prompt");
  private static final AttributeKey<Double> COMPLETION_COST = doubleKey("llm.cost.completion");
  private static final AttributeKey<Double> TOTAL_COST = doubleKey("llm.cost.total");
  private static final AttributeKey<Double> CACHED_COST =
      doubleKey("llm.cost.prompt_details.cache_read");
  private static final AttributeKey<Double> REASONING_COST =
      doubleKey("llm.cost.completion_details.reasoning");
  private static final AttributeKey<Double> CACHE_INPUT_COST =
      doubleKey("llm.cost.prompt_details.cache_input");
  private static final AttributeKey<Double> UNCACHED_COST =
      doubleKey("llm.cost.prompt_details.input");
  private static final AttributeKey<Double> ANSWER_COST =
      doubleKey("llm.cost.completion_details.output");
  private static final AttributeKey<Double> INPUT_COST = doubleKey("spanloom.cost.input");
  private static final AttributeKey<Double> OUTPUT_COST = doubleKey("spanloom.cost.output");
  private static final AttributeKey<Double> WHOLE_COST = doubleKey("spanloom.cost.total");
  private static final AttributeKey<String> PRICE_SOURCE = stringKey("spanloom.cost.price_source");
  private static final AttributeKey<String> ERROR_TYPE = stringKey("error.type");

  private static final Attributes IDENTITY =
      Attributes.builder()
          .put("openinference.span.kind", "LLM")
          .put("gen_ai.operation.name", "chat")
          .put("gen_ai.provider.name", "openai")
          .put("llm.system", "openai")
          .put("llm.provider", "openai")
          .build();

  private static final String PRICES = "genai-prices 0.2.3, 2026-11-10: openai/gpt-4.1-mini";
  private static final double INPUT_PRICE = 0.40;
  private static final double CACHED_PRICE = 0.10;
  private static final double OUTPUT_PRICE = 1.60;
  private static final double MILLION = 1_000_000;

  private final Tracer tracer;
  private final ChatSdk.Response response = Chat.response();

  HandWrittenChat(OpenTelemetry openTelemetry) {
    this.tracer = openTelemetry.getTracer("io.spanloom.benchmarks");
  }

  /** The request's attributes on the builder. */
  ChatSdk.Response completeOnBuilder(ChatSdk.Request request) {
    SpanBuilder builder = builder(request).setAllAttributes(IDENTITY);
    return traced(builder.setAllAttributes(requestAttributes(request)).startSpan());
  }

  /** The request's attributes on the span, where it records. */
  ChatSdk.Response completeOnSpan(ChatSdk.Request request) {
    Span span = builder(request).startSpan();
    if (span.isRecording()) {
      span.setAllAttributes(IDENTITY).setAllAttributes(requestAttributes(request));
    }
    return traced(span);
  }

  private SpanBuilder builder(ChatSdk.Request request) {
    return tracer.spanBuilder("chat " + request.model()).setSpanKind(SpanKind.CLIENT);
  }

  @SuppressWarnings("try") // the scope is there to be closed
  private ChatSdk.Response traced(Span span) {
    try (Scope scope = span.makeCurrent()) {
      if (span.isRecording()) {
        span.setAllAttributes(responseAttributes(response));
      }
      return response;
    } catch (RuntimeException failure) {
      span.setAttribute(ERROR_TYPE, failure.getClass().getCanonicalName());
      span.setStatus(StatusCode.ERROR, failure.getMessage());
      span.recordException(failure);
      throw failure;
    } finally {
      span.end();
    }
  }

  private static Attributes requestAttributes(ChatSdk.Request request) {
    AttributesBuilder attributes = Attributes.builder();
    attributes.put(REQUEST_MODEL, request.model());
    attributes.put(REQUEST_MODEL_NAME, request.model());
    attributes.put(MODEL_NAME, request.model());
    attributes.put(TEMPERATURE, request.temperature());
    attributes.put(MAX_TOKENS, request.maxTokens());
    attributes.put(PARAMETERS, MessagesJson.parameters(request));
    messages("llm.input_messages.", request.messages(), attributes);
    attributes.put(INPUT_MESSAGES, MessagesJson.of(request.messages(), null));
    return attributes.build();
  }

  private static Attributes responseAttributes(ChatSdk.Response response) {
    AttributesBuilder attributes = Attributes.builder();
    attributes.put(RESPONSE_ID, response.id());
    attributes.put(RESPONSE_MODEL, response.model());
    attributes.put(RESPONSE_MODEL_NAME, response.model());
    attributes.put(MODEL_NAME, response.model());
    attributes.put(FINISH_REASONS, List.of(response.finishReason()));
    attributes.put(FINISH_REASON, response.finishReason());
    messages("llm.output_messages.", List.of(response.message()), attributes);
    attributes.put(OUTPUT_MESSAGES, MessagesJson.of(List.of(response.message()), "tool_call"));
    usage(response.usage(), attributes);
    return attributes.build();
  }

  private static void usage(ChatSdk.Usage usage, AttributesBuilder attributes) {
    attributes.put(INPUT_TOKENS, usage.input());
    attributes.put(PROMPT_COUNT, usage.input());
    attributes.put(OUTPUT_TOKENS, usage.output());
    attributes.put(COMPLETION_COUNT, usage.output());
    attributes.put(TOTAL_COUNT, usage.input() + usage.output());
    attributes.put(CACHED_TOKENS, usage.cached());
    attributes.put(CACHED_COUNT, usage.cached());
    attributes.put(REASONING_TOKENS, usage.reasoning());
    attributes.put(REASONING_COUNT, usage.reasoning());
    cost(usage, attributes);
  }

  private static void cost(ChatSdk.Usage usage, AttributesBuilder attributes) {
    double cached = usage.cached() * CACHED_PRICE / MILLION;
    double uncached = (usage.input() - usage.cached()) * INPUT_PRICE / MILLION;
    double reasoning = usage.reasoning() * OUTPUT_PRICE / MILLION;
    double answer = (usage.output() - usage.reasoning()) * OUTPUT_PRICE / MILLION;
    double prompt = uncached + cached;
    double completion = answer + reasoning;
    attributes.put(CACHED_COST, cached);
    attributes.put(CACHE_INPUT_COST, cached);
    attributes.put(UNCACHED_COST, uncached);
    attributes.put(PROMPT_COST, prompt);
    attributes.put(REASONING_COST, reasoning);
    attributes.put(ANSWER_COST, answer);
    attributes.put(COMPLETION_COST, completion);
    attributes.put(TOTAL_COST, prompt + completion);
    attributes.put(INPUT_COST, prompt);
    attributes.put(OUTPUT_COST, completion);
    attributes.put(WHOLE_COST, prompt + completion);
    attributes.put(PRICE_SOURCE, PRICES);
  }

  private static void messages(
      String prefix, List<ChatSdk.Message> messages, AttributesBuilder attributes) {
    for (int i = 0; i < messages.size(); i++) {
      ChatSdk.Message message = messages.get(i);
      String key = prefix + i + ".message.";
      attributes.put(stringKey(key + "role"), message.role());
      if (message.callId() != null) {
        attributes.put(stringKey(key + "tool_call_id"), message.callId());
      }
      for (int c = 0; c < message.calls().size(); c++) {
        ChatSdk.Call call = message.calls().get(c);
        String callKey = key + "tool_calls." + c + ".tool_call.";
        attributes.put(stringKey(callKey + "id"), call.id());
        attributes.put(stringKey(callKey + "function.name"), call.name());
      }
    }
  }
}
