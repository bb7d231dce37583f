package io.spanloom.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import io.spanloom.llm.StreamedResponse;
import io.spanloom.llm.TokenUsage;

/** Puts a message together from the events it is streamed in. */
final class StreamEvents {

  private StreamEvents() {}

  static void read(JsonNode event, StreamedResponse response) {
    switch (String.valueOf(Json.text(event, "type"))) {
      case "message_start" -> started(event.path("message"), response);
      case "content_block_start" -> blockStarted(event, event.path("content_block"), response);
      case "content_block_delta" -> blockGrew(event, event.path("delta"), response);
      case "content_block_stop" -> response.toolCallComplete(index(event));
      case "message_delta" -> ended(event, response);
      default -> {} // pings, and events to come
    }
  }

  private static void started(JsonNode message, StreamedResponse response) {
    response.id(Json.text(message, "id"));
    response.model(Json.text(message, "model"));
    response.usage(Usage.atStart(message.path("usage")));
  }

  private static void blockStarted(JsonNode event, JsonNode block, StreamedResponse response) {
    if (Contents.is(block, "tool_use")) {
      // The input follows bit by bit, or stands here as a whole.
      JsonNode input = block.path("input");
      String whole = input.isEmpty() ? null : input.toString();
      response.toolCall(index(event), Json.text(block, "id"), Json.text(block, "name"), whole);
    } else if (Contents.is(block, "text")) {
      response.text(Json.text(block, "text"));
    }
  }

  private static void blockGrew(JsonNode event, JsonNode delta, StreamedResponse response) {
    if (Contents.is(delta, "text_delta")) {
      response.text(Json.text(delta, "text"));
    } else if (Contents.is(delta, "input_json_delta")) {
      response.toolCall(index(event), null, null, Json.text(delta, "partial_json"));
    }
  }

  private static void ended(JsonNode event, StreamedResponse response) {
    TokenUsage before = response.usage();
    if (event.path("usage").isObject()) {
      response.usage(
          Usage.later(event.path("usage"), before == null ? TokenUsage.UNKNOWN : before));
    }
    response.finishReason(Json.text(event.path("delta"), "stop_reason"));
  }

  private static int index(JsonNode event) {
    return event.path("index").asInt();
  }
}
