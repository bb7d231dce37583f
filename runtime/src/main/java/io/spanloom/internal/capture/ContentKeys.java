package io.spanloom.internal.capture;

import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.OpenInference;
import io.spanloom.internal.content.ContentPart;
import io.spanloom.internal.convention.WellKnown;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The well-known attribute keys whose values are content. */
final class ContentKeys {

  private static final Map<String, ContentPart> PARTS =
      Map.ofEntries(
          Map.entry(GenAi.SYSTEM_INSTRUCTIONS, ContentPart.INPUT_TEXT),
          Map.entry(GenAi.INPUT_MESSAGES, ContentPart.INPUT_TEXT),
          Map.entry(GenAi.OUTPUT_MESSAGES, ContentPart.OUTPUT_TEXT),
          Map.entry(GenAi.TOOL_DEFINITIONS, ContentPart.TOOL_DEFINITIONS),
          Map.entry(GenAi.TOOL_CALL_ARGUMENTS, ContentPart.INPUT),
          Map.entry(GenAi.TOOL_CALL_RESULT, ContentPart.OUTPUT),
          Map.entry(GenAi.RETRIEVAL_QUERY_TEXT, ContentPart.INPUT),
          Map.entry(GenAi.RETRIEVAL_DOCUMENTS, ContentPart.OUTPUT),
          Map.entry(GenAi.EVALUATION_EXPLANATION, ContentPart.OUTPUT),
          Map.entry("spanloom.guardrail.reason", ContentPart.OUTPUT),
          Map.entry(OpenInference.INPUT_VALUE, ContentPart.INPUT),
          Map.entry(OpenInference.OUTPUT_VALUE, ContentPart.OUTPUT),
          Map.entry(OpenInference.TOOL_PARAMETERS, ContentPart.INPUT),
          Map.entry(OpenInference.LLM_PROMPT_TEMPLATE_TEMPLATE, ContentPart.PROMPT),
          Map.entry(OpenInference.LLM_PROMPT_TEMPLATE_VARIABLES, ContentPart.PROMPT),
          Map.entry(OpenInference.RERANKER_QUERY, ContentPart.INPUT));

  private ContentKeys() {}

  /** The part of content the key stands for, or {@code null} if it stands for none. */
  static @Nullable ContentPart part(String key) {
    ContentPart part = PARTS.get(key);
    return part != null || !WellKnown.isContent(key) ? part : ContentPart.INPUT;
  }
}
