package io.spanloom.springai;

import com.openai.errors.OpenAIServiceException;
import com.openai.models.completions.CompletionUsage;
import io.spanloom.llm.TokenUsage;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.metadata.Usage;

/**
 * Reads the types of OpenAI's own SDK, which Spring AI 2 asks OpenAI with; touched only where it is
 * there.
 */
final class OpenAiSdk {

  private OpenAiSdk() {}

  static TokenUsage usage(Usage usage, Object own) {
    var input = ((CompletionUsage) own).promptTokensDetails().orElse(null);
    var output = ((CompletionUsage) own).completionTokensDetails().orElse(null);
    return new TokenUsage(
        Numbers.wide(usage.getPromptTokens()),
        Numbers.wide(usage.getCompletionTokens()),
        input == null ? null : input.cachedTokens().orElse(null),
        null,
        output == null ? null : output.reasoningTokens().orElse(null),
        input == null ? null : input.audioTokens().orElse(null),
        output == null ? null : output.audioTokens().orElse(null));
  }

  /** OpenAI's error code, such as {@code rate_limit_exceeded}, or its error type. */
  static @Nullable String errorType(Throwable failure) {
    if (!(failure instanceof OpenAIServiceException exception)) {
      return null;
    }
    try {
      return exception.code().or(exception::type).orElse(null);
    } catch (RuntimeException incompleteErrorObject) {
      return null;
    }
  }
}
