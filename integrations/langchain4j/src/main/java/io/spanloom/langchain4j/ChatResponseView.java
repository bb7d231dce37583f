package io.spanloom.langchain4j;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.ChatResponseMetadata;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.TokenUsage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A chat model's answer. */
record ChatResponseView(ChatResponse response) implements LlmResponse {

  @Override
  public @Nullable String id() {
    return response.id();
  }

  @Override
  public @Nullable String model() {
    return response.modelName();
  }

  @Override
  public List<String> finishReasons() {
    return ResponseMetadata.finishReasons(response.finishReason());
  }

  @Override
  public @Nullable TokenUsage usage() {
    return ResponseMetadata.usage(response.tokenUsage());
  }

  @Override
  public @Nullable String serviceTier() {
    ChatResponseMetadata metadata = response.metadata();
    return metadata == null ? null : ProviderTypes.of(metadata).serviceTier(metadata);
  }

  @Override
  public List<LlmMessage> messages() {
    return List.of(ChatMessages.read(response.aiMessage()));
  }
}
