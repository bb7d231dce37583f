package io.spanloom.langchain4j;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer that consists of some content, the tokens used, and the reason why it ended. */
record ContentResponse(
    @Nullable Object content, @Nullable TokenUsage tokens, @Nullable FinishReason reason)
    implements LlmResponse {

  @Override
  public List<String> finishReasons() {
    return ResponseMetadata.finishReasons(reason);
  }

  @Override
  public io.spanloom.llm.@Nullable TokenUsage usage() {
    return ResponseMetadata.usage(tokens);
  }

  /** What the content says, if that is text. */
  @Override
  public List<LlmMessage> messages() {
    if (content instanceof AiMessage message) {
      return List.of(ChatMessages.read(message));
    }
    return content instanceof String text ? List.of(LlmMessage.of("assistant", text)) : List.of();
  }
}
