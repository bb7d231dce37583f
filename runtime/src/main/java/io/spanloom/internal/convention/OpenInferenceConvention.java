package io.spanloom.internal.convention;

import static io.opentelemetry.api.common.AttributeKey.doubleArrayKey;
import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static io.spanloom.internal.convention.SpanRole.AGENT;
import static io.spanloom.internal.convention.SpanRole.EMBEDDING;
import static io.spanloom.internal.convention.SpanRole.LLM;
import static io.spanloom.internal.convention.SpanRole.RERANK;
import static io.spanloom.internal.convention.SpanRole.RETRIEVAL;
import static io.spanloom.internal.convention.SpanRole.TOOL;

import io.spanloom.annotations.OpenInference;
import io.spanloom.internal.content.ContentPart;
import io.spanloom.internal.content.ContentPolicy;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.LlmTool;
import io.spanloom.llm.LlmToolCall;
import io.spanloom.retrieval.Document;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The OpenInference semantic conventions: what Arize Phoenix and its like read. */
final class OpenInferenceConvention implements Convention {

  private static final AttributeMappings KEYS =
      AttributeMappings.builder()
          .onAll()
          .key(
              SpanProperty.ROLE,
              stringKey("openinference.span.kind"),
              OpenInferenceConvention::kind)
          .key(SpanProperty.SESSION_ID, stringKey(OpenInference.SESSION_ID))
          .key(SpanProperty.USER_ID, stringKey(OpenInference.USER_ID))
          .key(SpanProperty.INPUT, stringKey(OpenInference.INPUT_VALUE))
          .key(SpanProperty.INPUT_MIME_TYPE, stringKey(OpenInference.INPUT_MIME_TYPE))
          .key(SpanProperty.OUTPUT, stringKey(OpenInference.OUTPUT_VALUE))
          .key(SpanProperty.OUTPUT_MIME_TYPE, stringKey(OpenInference.OUTPUT_MIME_TYPE))
          .on(AGENT)
          .key(SpanProperty.AGENT_NAME, stringKey(OpenInference.AGENT_NAME))
          .on(TOOL)
          .key(SpanProperty.TOOL_NAME, stringKey(OpenInference.TOOL_NAME))
          .key(SpanProperty.TOOL_DESCRIPTION, stringKey(OpenInference.TOOL_DESCRIPTION))
          .key(SpanProperty.TOOL_SCHEMA, stringKey(OpenInference.TOOL_JSON_SCHEMA))
          .key(SpanProperty.TOOL_ARGUMENTS, stringKey(OpenInference.TOOL_PARAMETERS))
          // The specification names tool.id; some readers look for tool_call.id.
          .key(SpanProperty.TOOL_CALL_ID, stringKey(OpenInference.TOOL_ID))
          .key(SpanProperty.TOOL_CALL_ID, stringKey("tool_call.id"))
          .on(LLM)
          .key(SpanProperty.PROVIDER, stringKey(OpenInference.LLM_SYSTEM), ModelHosts::system)
          .key(SpanProperty.PROVIDER, stringKey(OpenInference.LLM_PROVIDER), ModelHosts::provider)
          // The model is the one asked for until the one that answered is known.
          .key(SpanProperty.MODEL, stringKey(OpenInference.LLM_MODEL_NAME))
          .key(SpanProperty.MODEL, stringKey("llm.request.model_name"))
          .key(SpanProperty.RESPONSE_MODEL, stringKey(OpenInference.LLM_MODEL_NAME))
          .key(SpanProperty.RESPONSE_MODEL, stringKey("llm.response.model_name"))
          .key(SpanProperty.PARAMETERS, stringKey(OpenInference.LLM_INVOCATION_PARAMETERS))
          .key(
              SpanProperty.FINISH_REASONS,
              stringKey("llm.finish_reason"),
              OpenInferenceConvention::ofFirstChoice)
          .key(SpanProperty.OUTPUT_TOKENS, longKey(OpenInference.LLM_TOKEN_COUNT_COMPLETION))
          .key(SpanProperty.CACHE_READ_TOKENS, longKey("llm.token_count.prompt_details.cache_read"))
          .key(
              SpanProperty.CACHE_WRITE_TOKENS,
              longKey("llm.token_count.prompt_details.cache_write"))
          .key(SpanProperty.AUDIO_INPUT_TOKENS, longKey("llm.token_count.prompt_details.audio"))
          .key(
              SpanProperty.REASONING_TOKENS,
              longKey("llm.token_count.completion_details.reasoning"))
          .key(
              SpanProperty.AUDIO_OUTPUT_TOKENS, longKey("llm.token_count.completion_details.audio"))
          .key(SpanProperty.PROMPT_CACHE_READ_COST, doubleKey("llm.cost.prompt_details.cache_read"))
          .key(
              SpanProperty.PROMPT_CACHE_WRITE_COST,
              doubleKey("llm.cost.prompt_details.cache_write"))
          .key(SpanProperty.PROMPT_AUDIO_COST, doubleKey("llm.cost.prompt_details.audio"))
          .key(
              SpanProperty.COMPLETION_REASONING_COST,
              doubleKey("llm.cost.completion_details.reasoning"))
          .key(SpanProperty.COMPLETION_AUDIO_COST, doubleKey("llm.cost.completion_details.audio"))
          .key(SpanProperty.COMPLETION_COST, doubleKey("llm.cost.completion"))
          .on(LLM, EMBEDDING)
          .key(SpanProperty.PROMPT_COST, doubleKey("llm.cost.prompt"))
          .key(SpanProperty.TOTAL_COST, doubleKey("llm.cost.total"))
          .key(SpanProperty.INPUT_TOKENS, longKey(OpenInference.LLM_TOKEN_COUNT_PROMPT))
          .key(SpanProperty.TOTAL_TOKENS, longKey(OpenInference.LLM_TOKEN_COUNT_TOTAL))
          .on(EMBEDDING)
          .key(SpanProperty.MODEL, stringKey(OpenInference.EMBEDDING_MODEL_NAME))
          .key(SpanProperty.RESPONSE_MODEL, stringKey(OpenInference.EMBEDDING_MODEL_NAME))
          .on(RETRIEVAL)
          .key(SpanProperty.QUERY, stringKey(OpenInference.INPUT_VALUE))
          .on(RERANK)
          .key(SpanProperty.MODEL, stringKey(OpenInference.RERANKER_MODEL_NAME))
          .key(SpanProperty.QUERY, stringKey(OpenInference.RERANKER_QUERY))
          .key(SpanProperty.TOP_K, longKey(OpenInference.RERANKER_TOP_K))
          .build();

  @Override
  public String id() {
    return "openinference";
  }

  @Override
  public AttributeMappings keys() {
    return KEYS;
  }

  @Override
  public void request(LlmRequest request, ContentPolicy content, AttributeSink out) {
    Map<String, Object> parameters = parameters(request);
    if (!parameters.isEmpty()) {
      String json = content.json(ContentPart.INVOCATION_PARAMETERS, parameters);
      KEYS.put(LLM, SpanProperty.PARAMETERS, json, out);
    }
    messages(request.messages(), Direction.INPUT, content, out);
    if (content.allowed()) {
      tools(request.tools(), content, out);
    }
  }

  @Override
  public void response(LlmResponse response, ContentPolicy content, AttributeSink out) {
    messages(response.messages(), Direction.OUTPUT, content, out);
  }

  @Override
  public void embeddedTexts(List<String> texts, ContentPolicy content, AttributeSink out) {
    for (int i = 0; i < texts.size(); i++) {
      out.put(
          stringKey("embedding.embeddings." + i + ".embedding.text"),
          content.text(ContentPart.EMBEDDING_TEXT, texts.get(i)));
    }
  }

  @Override
  public void vectors(List<double[]> vectors, ContentPolicy content, AttributeSink out) {
    for (int i = 0; i < vectors.size(); i++) {
      String key = "embedding.embeddings." + i + ".embedding.vector";
      if (content.hides(ContentPart.EMBEDDING_VECTOR)) {
        out.put(stringKey(key), ContentPolicy.MASK);
      } else {
        out.put(doubleArrayKey(key), Arrays.stream(vectors.get(i)).boxed().toList());
      }
    }
  }

  @Override
  public void documents(
      DocumentPlace place, List<Document> documents, ContentPolicy content, AttributeSink out) {
    String prefix =
        switch (place) {
          case RETRIEVED -> "retrieval.documents.";
          case BEFORE_RERANK -> "reranker.input_documents.";
          case AFTER_RERANK -> "reranker.output_documents.";
        };
    for (int i = 0; i < documents.size(); i++) {
      document(prefix + i + ".document.", documents.get(i), place.part(), content, out);
    }
  }

  private static void document(
      String prefix,
      Document document,
      ContentPart part,
      ContentPolicy content,
      AttributeSink out) {
    out.put(stringKey(prefix + "id"), DocumentJson.id(document, content));
    out.put(doubleKey(prefix + "score"), document.score());
    if (content.allowed()) {
      out.put(stringKey(prefix + "content"), content.text(part, document.content()));
      if (!document.metadata().isEmpty()) {
        out.put(stringKey(prefix + "metadata"), content.json(part, document.metadata()));
      }
    }
  }

  private static @Nullable Object kind(Object role) {
    return role instanceof SpanRole known ? known.openInferenceKind() : null;
  }

  private static @Nullable Object ofFirstChoice(Object finishReasons) {
    return finishReasons instanceof List<?> reasons && !reasons.isEmpty() ? reasons.get(0) : null;
  }

  private static Map<String, Object> parameters(LlmRequest request) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    putIfKnown(parameters, "model", request.model());
    putIfKnown(parameters, "temperature", request.temperature());
    putIfKnown(parameters, "top_p", request.topP());
    putIfKnown(parameters, "top_k", request.topK());
    putIfKnown(parameters, "max_tokens", request.maxTokens());
    putIfKnown(parameters, "n", request.choiceCount());
    putIfKnown(parameters, "seed", request.seed());
    putIfKnown(parameters, "frequency_penalty", request.frequencyPenalty());
    putIfKnown(parameters, "presence_penalty", request.presencePenalty());
    putIfKnown(parameters, "reasoning_effort", request.reasoningLevel());
    if (!request.stopSequences().isEmpty()) {
      parameters.put("stop", request.stopSequences());
    }
    if (request.stream()) {
      parameters.put("stream", true);
    }
    return parameters;
  }

  private static void putIfKnown(Map<String, Object> map, String name, @Nullable Object value) {
    if (value != null) {
      map.put(name, value);
    }
  }

  private static void messages(
      List<LlmMessage> messages, Direction direction, ContentPolicy content, AttributeSink out) {
    for (int i = 0; i < messages.size(); i++) {
      message(MessageKeys.of(direction, i), messages.get(i), direction, content, out);
    }
  }

  private static void message(
      MessageKeys keys,
      LlmMessage message,
      Direction direction,
      ContentPolicy content,
      AttributeSink out) {
    out.put(keys.role, message.role());
    if (message.toolCallId() != null) {
      out.put(keys.toolCallId, message.toolCallId());
    }
    if (content.allowed() && message.text() != null) {
      out.put(keys.content, content.text(direction.text(), message.text()));
    }
    List<LlmToolCall> calls = message.toolCalls();
    for (int i = 0; i < calls.size(); i++) {
      toolCall(keys.call(i), calls.get(i), direction, content, out);
    }
  }

  private static void toolCall(
      MessageKeys.Call keys,
      LlmToolCall call,
      Direction direction,
      ContentPolicy content,
      AttributeSink out) {
    if (call.id() != null) {
      out.put(keys.id(), call.id());
    }
    out.put(keys.name(), call.name());
    if (content.allowed() && call.arguments() != null) {
      out.put(keys.arguments(), content.rewriteJson(direction.arguments(), call.arguments()));
    }
  }

  private static void tools(List<LlmTool> tools, ContentPolicy content, AttributeSink out) {
    for (int i = 0; i < tools.size(); i++) {
      out.put(
          stringKey("llm.tools." + i + ".tool.json_schema"),
          content.json(ContentPart.TOOL_DEFINITIONS, ToolDefinitions.function(tools.get(i))));
    }
  }
}
