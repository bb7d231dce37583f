package io.spanloom.googlegenai;

import io.spanloom.integrations.testing.Reply;
import java.util.List;

/** Gemini's responses, in the shapes of its API reference. */
final class GeminiResponses {

  /** The Gemini API's calls mostly have no ids. */
  static final String CALLS_WITHOUT_IDS = calls("");

  static final String CALLS_WITH_IDS = calls("\"id\": \"%s\", ");

  static final String TEXT =
      """
      {
        "candidates": [{
          "content": {"parts": [{"text": "A duty not to harm."}], "role": "model"},
          "finishReason": "STOP", "index": 0
        }],
        "usageMetadata": {"promptTokenCount": 190, "candidatesTokenCount": 12,
                          "totalTokenCount": 202,
                          "promptTokensDetails": [{"modality": "TEXT", "tokenCount": 182},
                                                  {"modality": "AUDIO", "tokenCount": 8}]},
        "modelVersion": "gemini-2.5-flash", "responseId": "resp-2"
      }
      """;

  static final List<String> STREAMED_CALLS =
      List.of(
          """
          {"candidates": [{"content": {"parts": [{"text": "I will look "}], "role": "model"},
            "index": 0}],
           "usageMetadata": {"promptTokenCount": 120, "totalTokenCount": 120},
           "modelVersion": "gemini-2.5-flash", "responseId": "resp-1"}
          """,
          """
          {"candidates": [{"content": {"parts": [{"text": "that up."},
             {"functionCall": {"name": "case_search", "args": {"query": "duty of care"}}}],
             "role": "model"}, "index": 0}],
           "usageMetadata": {"promptTokenCount": 120, "candidatesTokenCount": 20,
                             "totalTokenCount": 140},
           "modelVersion": "gemini-2.5-flash", "responseId": "resp-1"}
          """,
          """
          {"candidates": [{"content": {"parts": [
             {"functionCall": {"name": "case_search", "args": {"query": "negligence"}}},
             {"functionCall": {"name": "statute_lookup", "args": {}}}], "role": "model"},
            "finishReason": "STOP", "index": 0}],
           "usageMetadata": {"promptTokenCount": 120, "candidatesTokenCount": 38,
                             "thoughtsTokenCount": 7, "totalTokenCount": 165},
           "modelVersion": "gemini-2.5-flash", "responseId": "resp-1"}
          """);

  static final List<String> STREAMED_TEXT = List.of(TEXT);

  static final String REFUSED =
      """
      {"error": {"code": 400, "message": "No such field", "status": "INVALID_ARGUMENT"}}
      """;

  static final String EMBEDDINGS =
      """
      {"embeddings": [{"values": [0.1, 0.2, 0.3]}, {"values": [0.4, 0.5, 0.6]}]}
      """;

  private GeminiResponses() {}

  static Reply events(List<String> events) {
    return Reply.events(
        events.stream().map(event -> "data: " + event.replace("\n", " ")).toArray(String[]::new));
  }

  private static String calls(String id) {
    return """
        {
          "candidates": [{
            "content": {"role": "model", "parts": [
              {"text": "Two searches and a statute.", "thought": true},
              {"text": "I will look that up."},
              {"functionCall": {%s"name": "case_search", "args": {"query": "duty of care"}}},
              {"functionCall": {%s"name": "case_search", "args": {"query": "negligence"}}},
              {"functionCall": {%s"name": "statute_lookup", "args": {}}}
            ]},
            "finishReason": "STOP", "index": 0
          }],
          "usageMetadata": {
            "promptTokenCount": 120, "cachedContentTokenCount": 64, "candidatesTokenCount": 38,
            "thoughtsTokenCount": 7, "totalTokenCount": 165
          },
          "modelVersion": "gemini-2.5-flash", "responseId": "resp-1"
        }
        """
        .formatted(id.formatted("fc-1"), id.formatted("fc-2"), id.formatted("fc-3"));
  }
}
