package io.spanloom.springai;

import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.TokenUsage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;

/** A chat model's answer, or a part of one. */
record ChatResponseView(ChatResponse response) implements LlmResponse {

  @Override
  public @Nullable String id() {
    return isPresent(response.getMetadata().getId());
  }

  @Override
  public @Nullable String model() {
    return isPresent(response.getMetadata().getModel());
  }

  @Override
  public List<String> finishReasons() {
    return response.getResults().stream()
        .map(generation -> generation.getMetadata().getFinishReason())
        .filter(ChatMessages::isPresent)
        .toList();
  }

  @Override
  public @Nullable TokenUsage usage() {
    return Usages.read(response.getMetadata().getUsage());
  }

  @Override
  public @Nullable String serviceTier() {
    return Usages.serviceTier(response.getMetadata().getUsage());
  }

  @Override
  public List<LlmMessage> messages() {
    return response.getResults().stream()
        .map(Generation::getOutput)
        .map(ChatMessages::read)
        .toList();
  }

  private static @Nullable String isPresent(@Nullable String text) {
    return ChatMessages.isPresent(text) ? text : null;
  }
}
