package io.spanloom.convention;

import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import io.spanloom.annotations.OpenInference;
import io.spanloom.content.ContentPolicy;
import io.spanloom.cost.Cost;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.LlmTool;
import io.spanloom.llm.LlmToolCall;
import io.spanloom.llm.TokenUsage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The OpenInference semantic conventions: what Arize Phoenix and its like read. */
public final class OpenInferenceConvention implements Convention {

  private static final AttributeKey<String> SPAN_KIND = stringKey("openinference.span.kind");
  private static final AttributeKey<String> SESSION_ID = stringKey(OpenInference.SESSION_ID);
  private static final AttributeKey<String> USER_ID = stringKey(OpenInference.USER_ID);
  private static final AttributeKey<String> AGENT_NAME = stringKey(OpenInference.AGENT_NAME);
  private static final AttributeKey<String> TOOL_NAME = stringKey(OpenInference.TOOL_NAME);
  private static final AttributeKey<String> TOOL_DESCRIPTION =
      stringKey(OpenInference.TOOL_DESCRIPTION);
  private static final AttributeKey<String> TOOL_PARAMETERS =
      stringKey(OpenInference.TOOL_PARAMETERS);

  /** The specification names {@code tool.id}; some readers look for {@code tool_call.id}. */
  private static final AttributeKey<String> TOOL_ID = stringKey(OpenInference.TOOL_ID);

  private static final AttributeKey<String> TOOL_CALL_ID = stringKey("tool_call.id");

  private static final AttributeKey<String> INPUT_VALUE = stringKey(OpenInference.INPUT_VALUE);
  private static final AttributeKey<String> INPUT_TYPE = stringKey(OpenInference.INPUT_MIME_TYPE);
  private static final AttributeKey<String> OUTPUT_VALUE = stringKey(OpenInference.OUTPUT_VALUE);
  private static final AttributeKey<String> OUTPUT_TYPE = stringKey(OpenInference.OUTPUT_MIME_TYPE);

  private static final AttributeKey<String> LLM_SYSTEM = stringKey(OpenInference.LLM_SYSTEM);
  private static final AttributeKey<String> LLM_PROVIDER = stringKey(OpenInference.LLM_PROVIDER);
  private static final AttributeKey<String> MODEL = stringKey(OpenInference.LLM_MODEL_NAME);
  private static final AttributeKey<String> REQUEST_MODEL = stringKey("llm.request.model_name");
  private static final AttributeKey<String> RESPONSE_MODEL = stringKey("llm.response.model_name");
  private static final AttributeKey<String> PARAMETERS =
      stringKey(OpenInference.LLM_INVOCATION_PARAMETERS);
  private static final AttributeKey<String> FINISH_REASON = stringKey("llm.finish_reason");
  private static final AttributeKey<Long> PROMPT_TOKENS =
      longKey(OpenInference.LLM_TOKEN_COUNT_PROMPT);
  private static final AttributeKey<Long> COMPLETION_TOKENS =
      longKey(OpenInference.LLM_TOKEN_COUNT_COMPLETION);
  private static final AttributeKey<Long> TOTAL_TOKENS =
      longKey(OpenInference.LLM_TOKEN_COUNT_TOTAL);
  private static final AttributeKey<Long> CACHE_READ =
      longKey("llm.token_count.prompt_details.cache_read");
  private static final AttributeKey<Long> CACHE_WRITE =
      longKey("llm.token_count.prompt_details.cache_write");
  private static final AttributeKey<Long> REASONING =
      longKey("llm.token_count.completion_details.reasoning");
  private static final AttributeKey<Long> AUDIO_INPUT =
      longKey("llm.token_count.prompt_details.audio");
  private static final AttributeKey<Long> AUDIO_OUTPUT =
      longKey("llm.token_count.completion_details.audio");
  private static final AttributeKey<Double> PROMPT_COST = doubleKey("llm.cost.prompt");
  private static final AttributeKey<Double> COMPLETION_COST = doubleKey("llm.cost.completion");
  private static final AttributeKey<Double> TOTAL_COST = doubleKey("llm.cost.total");

  private static final AttributeKey<String> EMBEDDING_MODEL =
      stringKey(OpenInference.EMBEDDING_MODEL_NAME);
  private static final AttributeKey<String> RERANKER_MODEL =
      stringKey(OpenInference.RERANKER_MODEL_NAME);

  @Override
  public String id() {
    return "openinference";
  }

  @Override
  public void identity(Identity span, AttributeSink out) {
    out.put(SPAN_KIND, span.role().openInferenceKind());
    switch (span.role()) {
      case AGENT -> out.put(AGENT_NAME, span.name());
      case TOOL -> {
        out.put(TOOL_NAME, span.name());
        out.put(TOOL_DESCRIPTION, span.description());
      }
      case LLM -> {
        out.put(MODEL, span.model());
        out.put(REQUEST_MODEL, span.model());
        provider(span.provider(), out);
      }
      case EMBEDDING -> out.put(EMBEDDING_MODEL, span.model());
      case RERANK -> out.put(RERANKER_MODEL, span.model());
      default -> {}
    }
  }

  @Override
  public void session(@Nullable String sessionId, @Nullable String userId, AttributeSink out) {
    out.put(SESSION_ID, sessionId);
    out.put(USER_ID, userId);
  }

  @Override
  public void toolCallId(String id, AttributeSink out) {
    out.put(TOOL_ID, id);
    out.put(TOOL_CALL_ID, id);
  }

  @Override
  public void request(LlmRequest request, ContentPolicy content, AttributeSink out) {
    Map<String, Object> parameters = parameters(request);
    if (!parameters.isEmpty()) {
      out.put(PARAMETERS, content.json(parameters));
    }
    messages("llm.input_messages.", request.messages(), content, out);
    if (content.onSpans()) {
      tools(request.tools(), content, out);
    }
  }

  @Override
  public void response(LlmResponse response, ContentPolicy content, AttributeSink out) {
    out.put(MODEL, response.model());
    out.put(RESPONSE_MODEL, response.model());
    List<String> finishReasons = response.finishReasons();
    if (!finishReasons.isEmpty()) {
      out.put(FINISH_REASON, finishReasons.get(0));
    }
    TokenUsage usage = response.usage();
    if (usage != null) {
      usage(usage, out);
    }
    messages("llm.output_messages.", response.messages(), content, out);
  }

  @Override
  public void cost(Cost cost, AttributeSink out) {
    out.put(PROMPT_COST, cost.prompt());
    out.put(COMPLETION_COST, cost.completion());
    out.put(TOTAL_COST, cost.total());
  }

  @Override
  public void input(Captured input, AttributeSink out) {
    out.put(INPUT_VALUE, input.text());
    out.put(INPUT_TYPE, input.mimeType());
  }

  @Override
  public void toolArguments(Captured arguments, AttributeSink out) {
    out.put(TOOL_PARAMETERS, arguments.text());
  }

  @Override
  public void output(SpanRole role, Captured output, AttributeSink out) {
    out.put(OUTPUT_VALUE, output.text());
    out.put(OUTPUT_TYPE, output.mimeType());
  }

  @Override
  public void error(String type, AttributeSink out) {
    // The specification has no attribute for it: status and exception event say it.
  }

  private static void usage(TokenUsage usage, AttributeSink out) {
    out.put(PROMPT_TOKENS, usage.input());
    out.put(COMPLETION_TOKENS, usage.output());
    out.put(TOTAL_TOKENS, usage.total());
    out.put(CACHE_READ, usage.cacheRead());
    out.put(CACHE_WRITE, usage.cacheWrite());
    out.put(REASONING, usage.reasoning());
    out.put(AUDIO_INPUT, usage.audioInput());
    out.put(AUDIO_OUTPUT, usage.audioOutput());
  }

  private static Map<String, Object> parameters(LlmRequest request) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    putIfKnown(parameters, "model", request.model());
    putIfKnown(parameters, "temperature", request.temperature());
    putIfKnown(parameters, "top_p", request.topP());
    putIfKnown(parameters, "max_tokens", request.maxTokens());
    putIfKnown(parameters, "n", request.choiceCount());
    putIfKnown(parameters, "seed", request.seed());
    putIfKnown(parameters, "frequency_penalty", request.frequencyPenalty());
    putIfKnown(parameters, "presence_penalty", request.presencePenalty());
    if (!request.stopSequences().isEmpty()) {
      parameters.put("stop", request.stopSequences());
    }
    return parameters;
  }

  private static void putIfKnown(Map<String, Object> map, String name, @Nullable Object value) {
    if (value != null) {
      map.put(name, value);
    }
  }

  private static void messages(
      String prefix, List<LlmMessage> messages, ContentPolicy content, AttributeSink out) {
    for (int i = 0; i < messages.size(); i++) {
      message(prefix + i + ".message.", messages.get(i), content, out);
    }
  }

  private static void message(
      String prefix, LlmMessage message, ContentPolicy content, AttributeSink out) {
    out.put(stringKey(prefix + "role"), message.role());
    if (message.toolCallId() != null) {
      out.put(stringKey(prefix + "tool_call_id"), message.toolCallId());
    }
    if (content.onSpans() && message.text() != null) {
      out.put(stringKey(prefix + "content"), content.text(message.text()));
    }
    List<LlmToolCall> calls = message.toolCalls();
    for (int i = 0; i < calls.size(); i++) {
      toolCall(prefix + "tool_calls." + i + ".tool_call.", calls.get(i), content, out);
    }
  }

  private static void toolCall(
      String prefix, LlmToolCall call, ContentPolicy content, AttributeSink out) {
    out.put(stringKey(prefix + "id"), call.id());
    out.put(stringKey(prefix + "function.name"), call.name());
    if (content.onSpans() && call.arguments() != null) {
      out.put(stringKey(prefix + "function.arguments"), content.rewriteJson(call.arguments()));
    }
  }

  private static void tools(List<LlmTool> tools, ContentPolicy content, AttributeSink out) {
    for (int i = 0; i < tools.size(); i++) {
      out.put(
          stringKey("llm.tools." + i + ".tool.json_schema"),
          content.json(ToolDefinitions.function(tools.get(i))));
    }
  }

  /** Systems and providers go by other names here than in the GenAI conventions. */
  private static void provider(@Nullable String provider, AttributeSink out) {
    if (provider == null) {
      return;
    }
    switch (provider) {
      case "openai", "anthropic", "cohere", "deepseek" -> both(provider, provider, out);
      case "mistral_ai" -> both("mistralai", "mistralai", out);
      case "x_ai" -> both("xai", "xai", out);
      case "azure.ai.openai" -> both("openai", "azure", out);
      case "azure.ai.inference" -> out.put(LLM_PROVIDER, "azure");
      case "gcp.vertex_ai", "gcp.gemini", "gcp.gen_ai" -> both("vertexai", "google", out);
      case "aws.bedrock" -> both("amazon", "aws", out);
      case "moonshot_ai" -> out.put(LLM_PROVIDER, "moonshot");
      default -> out.put(LLM_PROVIDER, provider);
    }
  }

  private static void both(String system, String provider, AttributeSink out) {
    out.put(LLM_SYSTEM, system);
    out.put(LLM_PROVIDER, provider);
  }
}
