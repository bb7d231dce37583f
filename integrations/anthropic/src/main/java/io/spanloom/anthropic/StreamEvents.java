package io.spanloom.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import io.spanloom.llm.LlmPart;
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
    response.serviceTier(Usage.serviceTier(message.path("usage")));
  }

  private static void blockStarted(JsonNode event, JsonNode block, StreamedResponse response) {
    if (Contents.is(block, "tool_use")) {
      response.toolCall(index(event), Json.text(block, "id"), Json.text(block, "name"), null);
    } else if (Contents.is(block, "text")) {
      response.text(Json.text(block, "text"));
    } else if (Contents.is(block, "thinking")) {
      response.reasoning(Json.text(block, "thinking"));
    } else {
      LlmPart part = Blocks.read(block, String.valueOf(Json.text(block, "type")));
      if (part != null) {
        response.part(withoutArguments(part));
      }
    }
  }

  /** Those of a provider's own tool come later, bit by bit, and are not put together. */
  private static LlmPart withoutArguments(LlmPart part) {
    return part instanceof LlmPart.ServerToolCall call
        ? new LlmPart.ServerToolCall(call.id(), call.name(), null)
        : part;
  }

  private static void blockGrew(JsonNode event, JsonNode delta, StreamedResponse response) {
    if (Contents.is(delta, "text_delta")) {
      response.text(Json.text(delta, "text"));
    } else if (Contents.is(delta, "input_json_delta")) {
      response.toolCall(index(event), null, null, Json.text(delta, "partial_json"));
    } else if (Contents.is(delta, "thinking_delta")) {
      response.reasoning(Json.text(delta, "thinking"));
    } else if (Contents.is(delta, "signature_delta")) {
      response.reasoning(null, null, Json.text(delta, "signature"));
    }
  }

  private static void ended(JsonNode event, StreamedResponse response) {
    TokenUsage before = response.usage();
    if (event.path("usage").isObject()) {
      response.usage(
          Usage.merged(event.path("usage"), before == null ? TokenUsage.UNKNOWN : before));
      response.serviceTier(Usage.serviceTier(event.path("usage")));
    }
    response.finishReason(Json.text(event.path("delta"), "stop_reason"));
  }

  private static int index(JsonNode event) {
    return event.path("index").asInt();
  }
}
