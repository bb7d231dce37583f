package io.spanloom.advice;

import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.OpenInference;
import java.util.Map;

/** What a well-known attribute key says about a call, beyond being an attribute. */
enum Meaning {
  /** Nothing: the attribute is recorded as it is. */
  NONE,
  /** Content: the attribute is recorded as far as the capture policy allows. */
  CONTENT,
  NAME,
  OPERATION,
  PROVIDER,
  MODEL,
  DATA_SOURCE,
  SESSION_ID,
  USER_ID,
  TOOL_CALL_ID,
  RESPONSE_ID,
  RESPONSE_MODEL,
  INPUT_TOKENS,
  OUTPUT_TOKENS,
  CACHE_READ_TOKENS,
  CACHE_WRITE_TOKENS,
  REASONING_TOKENS;

  private static final Map<String, Meaning> BY_KEY =
      Map.ofEntries(
          Map.entry(GenAi.AGENT_NAME, NAME),
          Map.entry(GenAi.WORKFLOW_NAME, NAME),
          Map.entry(GenAi.TOOL_NAME, NAME),
          Map.entry(GenAi.OPERATION_NAME, OPERATION),
          Map.entry(GenAi.PROVIDER_NAME, PROVIDER),
          Map.entry(GenAi.REQUEST_MODEL, MODEL),
          Map.entry(GenAi.DATA_SOURCE_ID, DATA_SOURCE),
          Map.entry(GenAi.CONVERSATION_ID, SESSION_ID),
          Map.entry(GenAi.TOOL_CALL_ID, TOOL_CALL_ID),
          Map.entry(GenAi.RESPONSE_ID, RESPONSE_ID),
          Map.entry(GenAi.RESPONSE_MODEL, RESPONSE_MODEL),
          Map.entry(GenAi.USAGE_INPUT_TOKENS, INPUT_TOKENS),
          Map.entry(GenAi.USAGE_OUTPUT_TOKENS, OUTPUT_TOKENS),
          Map.entry(GenAi.USAGE_CACHE_READ_INPUT_TOKENS, CACHE_READ_TOKENS),
          Map.entry(GenAi.USAGE_CACHE_CREATION_INPUT_TOKENS, CACHE_WRITE_TOKENS),
          Map.entry(GenAi.USAGE_REASONING_OUTPUT_TOKENS, REASONING_TOKENS),
          Map.entry(GenAi.SYSTEM_INSTRUCTIONS, CONTENT),
          Map.entry(GenAi.INPUT_MESSAGES, CONTENT),
          Map.entry(GenAi.OUTPUT_MESSAGES, CONTENT),
          Map.entry(GenAi.TOOL_DEFINITIONS, CONTENT),
          Map.entry(GenAi.TOOL_CALL_ARGUMENTS, CONTENT),
          Map.entry(GenAi.TOOL_CALL_RESULT, CONTENT),
          Map.entry(GenAi.RETRIEVAL_QUERY_TEXT, CONTENT),
          Map.entry(GenAi.RETRIEVAL_DOCUMENTS, CONTENT),
          Map.entry(GenAi.EVALUATION_EXPLANATION, CONTENT),
          Map.entry(OpenInference.SESSION_ID, SESSION_ID),
          Map.entry(OpenInference.USER_ID, USER_ID),
          Map.entry(OpenInference.AGENT_NAME, NAME),
          Map.entry(OpenInference.TOOL_NAME, NAME),
          Map.entry(OpenInference.TOOL_ID, TOOL_CALL_ID),
          Map.entry(OpenInference.LLM_MODEL_NAME, MODEL),
          Map.entry(OpenInference.EMBEDDING_MODEL_NAME, MODEL),
          Map.entry(OpenInference.RERANKER_MODEL_NAME, MODEL),
          Map.entry(OpenInference.LLM_TOKEN_COUNT_PROMPT, INPUT_TOKENS),
          Map.entry(OpenInference.LLM_TOKEN_COUNT_COMPLETION, OUTPUT_TOKENS),
          Map.entry(OpenInference.INPUT_VALUE, CONTENT),
          Map.entry(OpenInference.OUTPUT_VALUE, CONTENT),
          Map.entry(OpenInference.TOOL_PARAMETERS, CONTENT),
          Map.entry(OpenInference.LLM_PROMPT_TEMPLATE_TEMPLATE, CONTENT),
          Map.entry(OpenInference.LLM_PROMPT_TEMPLATE_VARIABLES, CONTENT),
          Map.entry(OpenInference.RERANKER_QUERY, CONTENT));

  static Meaning of(String key) {
    return BY_KEY.getOrDefault(key, NONE);
  }
}
