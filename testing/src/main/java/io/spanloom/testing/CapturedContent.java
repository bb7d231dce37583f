package io.spanloom.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.common.Attributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds content on spans, by the keys that the conventions record content under. */
final class CapturedContent {

  private static final String MASK = "__REDACTED__";

  private static final Set<String> KEYS =
      Set.of(
          "gen_ai.system_instructions",
          "gen_ai.tool.definitions",
          "gen_ai.tool.call.arguments",
          "gen_ai.tool.call.result",
          "gen_ai.retrieval.query.text",
          "gen_ai.evaluation.explanation",
          "gen_ai.prompt",
          "gen_ai.completion",
          "input.value",
          "output.value",
          "tool.parameters",
          "reranker.query",
          "llm.prompt_template.template",
          "llm.prompt_template.variables");

  /** OpenInference spreads lists over keys with indices. */
  private static final Pattern INDEXED =
      Pattern.compile(
          "llm\\.(input|output)_messages\\..*\\.(content|text|arguments|url|data|signature|encrypted_content)"
              + "|llm\\.(prompts|choices)\\..*"
              + "|llm\\.function_call"
              + "|embedding\\.embeddings\\..*\\.embedding\\.(text|vector)"
              + "|(retrieval\\.documents|reranker\\.(input|output)_documents)\\..*\\.document\\.(content|metadata)");

  /**
   * Their structure may be recorded: roles, ids and names of tool calls, ids and scores of
   * documents.
   */
  private static final Set<String> STRUCTURED =
      Set.of("gen_ai.input.messages", "gen_ai.output.messages", "gen_ai.retrieval.documents");

  private static final Set<String> PARTS_CONTENT =
      Set.of("content", "metadata", "arguments", "response", "result", "uri", "file_id");

  private static final ObjectMapper JSON = new ObjectMapper();

  private CapturedContent() {}

  /** What of the span is content, each in a line. */
  static Stream<String> in(TracedSpan span) {
    List<String> found = new ArrayList<>();
    find(span.data().getAttributes(), span.name(), found);
    span.data()
        .getEvents()
        .forEach(event -> find(event.getAttributes(), span.name() + ", " + event.getName(), found));
    return found.stream();
  }

  private static void find(Attributes attributes, String place, List<String> found) {
    attributes.forEach(
        (key, value) -> {
          if (isContent(key.getKey(), value)) {
            found.add(place + ": " + key.getKey() + " = " + value);
          }
        });
  }

  private static boolean isContent(String key, Object value) {
    if (value.equals(MASK)) {
      return false;
    }
    return KEYS.contains(key)
        || INDEXED.matcher(key).matches()
        || (STRUCTURED.contains(key) && hasContent(value.toString()));
  }

  private static boolean hasContent(String messages) {
    try {
      return hasContent(JSON.readTree(messages));
    } catch (JsonProcessingException notMessages) {
      return true;
    }
  }

  private static boolean hasContent(JsonNode json) {
    for (var member : json.properties()) {
      JsonNode value = member.getValue();
      boolean hidden = value.isNull() || value.asText().equals(MASK);
      if (PARTS_CONTENT.contains(member.getKey()) && !hidden) {
        return true;
      }
    }
    for (JsonNode element : json) {
      if (hasContent(element)) {
        return true;
      }
    }
    return false;
  }
}
