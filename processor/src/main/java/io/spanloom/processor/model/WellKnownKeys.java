package io.spanloom.processor.model;

import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.OpenInference;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the conventions say about their keys; a test keeps it in step with the key constants. */
public final class WellKnownKeys {

  private static final Map<String, AttributeType> OTHER_THAN_STRING =
      Map.ofEntries(
          Map.entry(GenAi.REQUEST_MAX_TOKENS, AttributeType.LONG),
          Map.entry(GenAi.REQUEST_TEMPERATURE, AttributeType.DOUBLE),
          Map.entry(GenAi.REQUEST_TOP_P, AttributeType.DOUBLE),
          Map.entry(GenAi.REQUEST_TOP_K, AttributeType.DOUBLE),
          Map.entry(GenAi.REQUEST_SEED, AttributeType.LONG),
          Map.entry(GenAi.REQUEST_CHOICE_COUNT, AttributeType.LONG),
          Map.entry(GenAi.REQUEST_STOP_SEQUENCES, AttributeType.STRING_ARRAY),
          Map.entry(GenAi.REQUEST_FREQUENCY_PENALTY, AttributeType.DOUBLE),
          Map.entry(GenAi.REQUEST_PRESENCE_PENALTY, AttributeType.DOUBLE),
          Map.entry(GenAi.REQUEST_STREAM, AttributeType.BOOLEAN),
          Map.entry(GenAi.REQUEST_ENCODING_FORMATS, AttributeType.STRING_ARRAY),
          Map.entry(GenAi.RESPONSE_FINISH_REASONS, AttributeType.STRING_ARRAY),
          Map.entry(GenAi.RESPONSE_TIME_TO_FIRST_CHUNK, AttributeType.DOUBLE),
          Map.entry(GenAi.USAGE_INPUT_TOKENS, AttributeType.LONG),
          Map.entry(GenAi.USAGE_OUTPUT_TOKENS, AttributeType.LONG),
          Map.entry(GenAi.USAGE_CACHE_READ_INPUT_TOKENS, AttributeType.LONG),
          Map.entry(GenAi.USAGE_CACHE_CREATION_INPUT_TOKENS, AttributeType.LONG),
          Map.entry(GenAi.USAGE_REASONING_OUTPUT_TOKENS, AttributeType.LONG),
          Map.entry(GenAi.EMBEDDINGS_DIMENSION_COUNT, AttributeType.LONG),
          Map.entry(GenAi.EVALUATION_SCORE_VALUE, AttributeType.DOUBLE),
          Map.entry(OpenInference.TAG_TAGS, AttributeType.STRING_ARRAY),
          Map.entry(OpenInference.LLM_TOKEN_COUNT_PROMPT, AttributeType.LONG),
          Map.entry(OpenInference.LLM_TOKEN_COUNT_COMPLETION, AttributeType.LONG),
          Map.entry(OpenInference.LLM_TOKEN_COUNT_TOTAL, AttributeType.LONG),
          Map.entry(OpenInference.RERANKER_TOP_K, AttributeType.LONG),
          Map.entry(OpenInference.DOCUMENT_SCORE, AttributeType.DOUBLE));

  private static final Set<String> STRINGS =
      Set.of(
          GenAi.OPERATION_NAME,
          GenAi.PROVIDER_NAME,
          GenAi.CONVERSATION_ID,
          GenAi.OUTPUT_TYPE,
          GenAi.REQUEST_MODEL,
          GenAi.REQUEST_REASONING_LEVEL,
          GenAi.RESPONSE_ID,
          GenAi.RESPONSE_MODEL,
          GenAi.SYSTEM_INSTRUCTIONS,
          GenAi.INPUT_MESSAGES,
          GenAi.OUTPUT_MESSAGES,
          GenAi.TOOL_DEFINITIONS,
          GenAi.AGENT_ID,
          GenAi.AGENT_NAME,
          GenAi.AGENT_DESCRIPTION,
          GenAi.AGENT_VERSION,
          GenAi.WORKFLOW_NAME,
          GenAi.TOOL_NAME,
          GenAi.TOOL_TYPE,
          GenAi.TOOL_DESCRIPTION,
          GenAi.TOOL_CALL_ID,
          GenAi.TOOL_CALL_ARGUMENTS,
          GenAi.TOOL_CALL_RESULT,
          GenAi.DATA_SOURCE_ID,
          GenAi.RETRIEVAL_QUERY_TEXT,
          GenAi.RETRIEVAL_DOCUMENTS,
          GenAi.EVALUATION_NAME,
          GenAi.EVALUATION_SCORE_LABEL,
          GenAi.EVALUATION_EXPLANATION,
          OpenInference.SESSION_ID,
          OpenInference.USER_ID,
          OpenInference.METADATA,
          OpenInference.INPUT_VALUE,
          OpenInference.INPUT_MIME_TYPE,
          OpenInference.OUTPUT_VALUE,
          OpenInference.OUTPUT_MIME_TYPE,
          OpenInference.AGENT_NAME,
          OpenInference.GRAPH_NODE_ID,
          OpenInference.GRAPH_NODE_NAME,
          OpenInference.GRAPH_NODE_PARENT_ID,
          OpenInference.LLM_SYSTEM,
          OpenInference.LLM_PROVIDER,
          OpenInference.LLM_MODEL_NAME,
          OpenInference.LLM_INVOCATION_PARAMETERS,
          OpenInference.LLM_PROMPT_TEMPLATE_TEMPLATE,
          OpenInference.LLM_PROMPT_TEMPLATE_VARIABLES,
          OpenInference.LLM_PROMPT_TEMPLATE_VERSION,
          OpenInference.TOOL_NAME,
          OpenInference.TOOL_DESCRIPTION,
          OpenInference.TOOL_PARAMETERS,
          OpenInference.TOOL_JSON_SCHEMA,
          OpenInference.TOOL_ID,
          OpenInference.EMBEDDING_MODEL_NAME,
          OpenInference.RERANKER_MODEL_NAME,
          OpenInference.RERANKER_QUERY,
          OpenInference.DOCUMENT_ID,
          OpenInference.DOCUMENT_CONTENT,
          OpenInference.DOCUMENT_METADATA);

  private static final Set<String> CONTENT =
      Set.of(
          GenAi.SYSTEM_INSTRUCTIONS,
          GenAi.INPUT_MESSAGES,
          GenAi.OUTPUT_MESSAGES,
          GenAi.TOOL_DEFINITIONS,
          GenAi.TOOL_CALL_ARGUMENTS,
          GenAi.TOOL_CALL_RESULT,
          GenAi.RETRIEVAL_QUERY_TEXT,
          GenAi.RETRIEVAL_DOCUMENTS,
          GenAi.EVALUATION_EXPLANATION,
          OwnKeys.GUARDRAIL_REASON,
          OpenInference.INPUT_VALUE,
          OpenInference.OUTPUT_VALUE,
          OpenInference.LLM_PROMPT_TEMPLATE_TEMPLATE,
          OpenInference.LLM_PROMPT_TEMPLATE_VARIABLES,
          OpenInference.TOOL_PARAMETERS,
          OpenInference.RERANKER_QUERY,
          OpenInference.DOCUMENT_CONTENT,
          OpenInference.DOCUMENT_METADATA);

  private WellKnownKeys() {}

  /** The type the conventions give to a key; empty for a key of the user's own. */
  public static Optional<AttributeType> typeOf(String key) {
    return STRINGS.contains(key)
        ? Optional.of(AttributeType.STRING)
        : Optional.ofNullable(OTHER_THAN_STRING.get(key));
  }

  /** All keys that have a type. */
  static Stream<String> all() {
    return Stream.concat(STRINGS.stream(), OTHER_THAN_STRING.keySet().stream());
  }

  /** Whether a key's value is content, recorded only where the capture policy allows it. */
  public static boolean isContent(String key) {
    return CONTENT.contains(key);
  }
}
