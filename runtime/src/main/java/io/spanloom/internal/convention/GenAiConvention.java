package io.spanloom.internal.convention;

import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static io.spanloom.internal.convention.SpanRole.AGENT;
import static io.spanloom.internal.convention.SpanRole.EMBEDDING;
import static io.spanloom.internal.convention.SpanRole.EVALUATION;
import static io.spanloom.internal.convention.SpanRole.LLM;
import static io.spanloom.internal.convention.SpanRole.RETRIEVAL;
import static io.spanloom.internal.convention.SpanRole.TASK;
import static io.spanloom.internal.convention.SpanRole.TOOL;
import static io.spanloom.internal.convention.SpanRole.WORKFLOW;

import io.spanloom.annotations.GenAi;
import io.spanloom.internal.content.ContentPolicy;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import io.spanloom.retrieval.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The OpenTelemetry GenAI semantic conventions in the shapes of version 1.41.1, the last one
 * published with the core conventions, and what their own repository added since without
 * contradicting it: plans, and the conversation on every span.
 *
 * <p>Token usage stands on model calls only, though the conventions have it on agents too: backends
 * add it up over a trace, and would count every token again at each level.
 */
final class GenAiConvention implements Convention {

  /** What the required name of a provider says when nobody tells it. */
  static final String UNKNOWN = "_OTHER";

  static final AttributeMappings KEYS =
      GenAi136Convention.KEYS
          .next()
          .without(SpanProperty.PROVIDER)
          .on(LLM, EMBEDDING)
          .required(SpanProperty.PROVIDER, stringKey(GenAi.PROVIDER_NAME), name -> name, UNKNOWN)
          .on(RETRIEVAL)
          .key(SpanProperty.PROVIDER, stringKey(GenAi.PROVIDER_NAME))
          .key(SpanProperty.DATA_SOURCE, stringKey(GenAi.DATA_SOURCE_ID))
          .key(SpanProperty.TOP_K, doubleKey(GenAi.REQUEST_TOP_K))
          .key(SpanProperty.QUERY, stringKey(GenAi.RETRIEVAL_QUERY_TEXT))
          .key(SpanProperty.DOCUMENTS, stringKey(GenAi.RETRIEVAL_DOCUMENTS))
          .on(WORKFLOW, TASK, RETRIEVAL)
          .key(SpanProperty.OPERATION, stringKey(GenAi.OPERATION_NAME))
          .on(WORKFLOW)
          .key(SpanProperty.WORKFLOW_NAME, stringKey(GenAi.WORKFLOW_NAME))
          .on(AGENT)
          .key(SpanProperty.AGENT_VERSION, stringKey(GenAi.AGENT_VERSION))
          .on(TASK, TOOL)
          .key(SpanProperty.AGENT_NAME, stringKey(GenAi.AGENT_NAME))
          .on(TOOL)
          .key(SpanProperty.TOOL_ARGUMENTS, stringKey(GenAi.TOOL_CALL_ARGUMENTS))
          .key(SpanProperty.OUTPUT, stringKey(GenAi.TOOL_CALL_RESULT))
          .on(LLM)
          .key(SpanProperty.STREAM, booleanKey(GenAi.REQUEST_STREAM), GenAiConvention::onlyYes)
          .key(SpanProperty.REASONING_LEVEL, stringKey(GenAi.REQUEST_REASONING_LEVEL))
          .key(SpanProperty.TIME_TO_FIRST_CHUNK, doubleKey(GenAi.RESPONSE_TIME_TO_FIRST_CHUNK))
          .key(SpanProperty.CACHE_READ_TOKENS, longKey(GenAi.USAGE_CACHE_READ_INPUT_TOKENS))
          .key(SpanProperty.CACHE_WRITE_TOKENS, longKey(GenAi.USAGE_CACHE_CREATION_INPUT_TOKENS))
          .key(SpanProperty.REASONING_TOKENS, longKey(GenAi.USAGE_REASONING_OUTPUT_TOKENS))
          .key(SpanProperty.SYSTEM_INSTRUCTIONS, stringKey(GenAi.SYSTEM_INSTRUCTIONS))
          .key(SpanProperty.INPUT_MESSAGES, stringKey(GenAi.INPUT_MESSAGES))
          .key(SpanProperty.OUTPUT_MESSAGES, stringKey(GenAi.OUTPUT_MESSAGES))
          .key(SpanProperty.TOOL_DEFINITIONS, stringKey(GenAi.TOOL_DEFINITIONS))
          .on(EVALUATION)
          .key(SpanProperty.EVALUATION_NAME, stringKey(GenAi.EVALUATION_NAME))
          .key(SpanProperty.EVALUATION_SCORE, doubleKey(GenAi.EVALUATION_SCORE_VALUE))
          .key(SpanProperty.EVALUATION_LABEL, stringKey(GenAi.EVALUATION_SCORE_LABEL))
          .key(SpanProperty.EVALUATION_EXPLANATION, stringKey(GenAi.EVALUATION_EXPLANATION))
          .on(EMBEDDING)
          .key(SpanProperty.DIMENSIONS, longKey(GenAi.EMBEDDINGS_DIMENSION_COUNT))
          .build();

  @Override
  public String id() {
    return "genai";
  }

  @Override
  public String schemaUrl() {
    return "https://opentelemetry.io/schemas/1.41.1";
  }

  @Override
  public @Nullable String eventName(SpanRole role) {
    return role == LLM ? GenAiMessages.EVENT : null;
  }

  @Override
  public AttributeMappings keys() {
    return KEYS;
  }

  @Override
  public void request(LlmRequest request, ContentPolicy content, AttributeSink out) {
    new GenAiMessages(content).request(request, KEYS, out);
  }

  @Override
  public void response(LlmResponse response, ContentPolicy content, AttributeSink out) {
    new GenAiMessages(content).response(response, KEYS, out);
  }

  @Override
  public void documents(
      DocumentPlace place, List<Document> documents, ContentPolicy content, AttributeSink out) {
    String json = DocumentJson.of(documents, place.part(), content);
    KEYS.put(place.role(), SpanProperty.DOCUMENTS, json, out);
  }

  /** A request that is not streamed says nothing of it. */
  private static @Nullable Object onlyYes(Object stream) {
    return Boolean.TRUE.equals(stream) ? stream : null;
  }
}
