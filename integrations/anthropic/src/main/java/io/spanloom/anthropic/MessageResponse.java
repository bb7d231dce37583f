package io.spanloom.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.TokenUsage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message from the model, as far as it is there: servers that are only compatible leave out. */
record MessageResponse(JsonNode message) implements LlmResponse {

  @Override
  public @Nullable String id() {
    return Json.text(message, "id");
  }

  @Override
  public @Nullable String model() {
    return Json.text(message, "model");
  }

  @Override
  public List<String> finishReasons() {
    String reason = Json.text(message, "stop_reason");
    return reason == null ? List.of() : List.of(reason);
  }

  @Override
  public @Nullable TokenUsage usage() {
    return Usage.of(message.path("usage"));
  }

  @Override
  public @Nullable String serviceTier() {
    return Usage.serviceTier(message.path("usage"));
  }

  @Override
  public List<LlmMessage> messages() {
    return List.of(Contents.assistantMessage(message.path("content")));
  }
}
