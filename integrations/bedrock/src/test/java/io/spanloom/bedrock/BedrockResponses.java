package io.spanloom.bedrock;

import io.spanloom.integrations.testing.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What Bedrock answers, in the form it is documented in. */
final class BedrockResponses {

  static final Reply TOOL_CALLS =
      Reply.json(
          """
          {"output": {"message": {"role": "assistant", "content": [
             {"reasoningContent": {"reasoningText": {"text": "Two cases.", "signature": "sig"}}},
             {"text": "I will search."},
             {"toolUse": {"toolUseId": "tooluse_01", "name": "case_search", "input": {"query": "duty of care"}}},
             {"toolUse": {"toolUseId": "tooluse_02", "name": "case_search", "input": {"query": "negligence"}}}]}},
           "stopReason": "tool_use",
           "usage": {"inputTokens": 20, "outputTokens": 45, "totalTokens": 165,
                     "cacheReadInputTokens": 64, "cacheWriteInputTokens": 36},
           "metrics": {"latencyMs": 551}}
          """);

  static final Reply TEXT =
      Reply.json(
          """
          {"output": {"message": {"role": "assistant", "content": [{"text": "A duty not to harm."}]}},
           "stopReason": "end_turn",
           "usage": {"inputTokens": 190, "outputTokens": 9, "totalTokens": 199},
           "metrics": {"latencyMs": 412}}
          """);

  static final Reply THROTTLED =
      new Reply(
          429,
          Map.of("Content-Type", "application/json", "x-amzn-ErrorType", "ThrottlingException"),
          java.util.List.of("{\"message\": \"Too many tokens, please wait.\"}"),
          true);

  static final Reply STREAMED_TOOL_CALL =
      stream(
          event("messageStart", "{\"role\": \"assistant\"}"),
          event(
              "contentBlockDelta",
              "{\"contentBlockIndex\": 0, \"delta\": {\"text\": \"I will \"}}"),
          event(
              "contentBlockDelta",
              "{\"contentBlockIndex\": 0, \"delta\": {\"text\": \"search.\"}}"),
          event("contentBlockStop", "{\"contentBlockIndex\": 0}"),
          event(
              "contentBlockStart",
              "{\"contentBlockIndex\": 1, \"start\": {\"toolUse\": {\"toolUseId\": \"tooluse_03\","
                  + " \"name\": \"case_search\"}}}"),
          event(
              "contentBlockDelta",
              "{\"contentBlockIndex\": 1, \"delta\": {\"toolUse\": {\"input\": \"{\\\"query\\\": \"}}}"),
          event(
              "contentBlockDelta",
              "{\"contentBlockIndex\": 1, \"delta\": {\"toolUse\": {\"input\": \"\\\"duty\\\"}\"}}}"),
          event("contentBlockStop", "{\"contentBlockIndex\": 1}"),
          event("messageStop", "{\"stopReason\": \"tool_use\"}"),
          event(
              "metadata",
              "{\"usage\": {\"inputTokens\": 100, \"outputTokens\": 20, \"totalTokens\": 120},"
                  + " \"metrics\": {\"latencyMs\": 300}}"));

  static final Reply STREAMED_THROTTLED =
      stream(
          event("messageStart", "{\"role\": \"assistant\"}"),
          exception("throttlingException", "{\"message\": \"Too many tokens\"}"));

  private BedrockResponses() {}

  static Reply stream(byte[]... events) {
    return Reply.bytes("application/vnd.amazon.eventstream", events);
  }

  static byte[] event(String type, String payload) {
    return frame(Map.of(":message-type", "event", ":event-type", type), payload);
  }

  private static byte[] exception(String type, String payload) {
    return frame(Map.of(":message-type", "exception", ":exception-type", type), payload);
  }

  private static byte[] frame(Map<String, String> headers, String payload) {
    return EventStreamMessage.encode(headers, payload.getBytes(StandardCharsets.UTF_8));
  }
}
