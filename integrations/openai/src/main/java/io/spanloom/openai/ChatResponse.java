package io.spanloom.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.openai.models.chat.completions.ChatCompletion;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chat completion.
 *
 * <p>Read field by field as far as it is there: OpenAI-compatible servers leave out members that
 * the SDK's own accessors insist on.
 */
record ChatResponse(ChatCompletion completion) implements LlmResponse {

  @Override
  public @Nullable String id() {
    return Json.text(Json.of(completion._id()));
  }

  @Override
  public @Nullable String model() {
    return Json.text(Json.of(completion._model()));
  }

  @Override
  public List<String> finishReasons() {
    List<String> reasons = new ArrayList<>(1);
    for (JsonNode choice : Json.elements(completion._choices())) {
      String reason = Json.text(choice, "finish_reason");
      if (reason != null) {
        reasons.add(reason);
      }
    }
    return reasons;
  }

  @Override
  public @Nullable TokenUsage usage() {
    return Usages.ofCompletion(completion._usage());
  }

  @Override
  public @Nullable String serviceTier() {
    return Json.text(Json.of(completion._serviceTier()));
  }

  @Override
  public List<LlmMessage> messages() {
    List<LlmMessage> messages = new ArrayList<>(1);
    for (JsonNode choice : Json.elements(completion._choices())) {
      if (choice.path("message").isObject()) {
        messages.add(ChatMessages.assistant(choice.path("message")));
      }
    }
    return messages;
  }
}
