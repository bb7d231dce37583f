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
    var input = ((CompletionUsage) own)._promptTokensDetails().asKnown().orElse(null);
    var output = ((CompletionUsage) own)._completionTokensDetails().asKnown().orElse(null);
    return new TokenUsage(
        Numbers.wide(usage.getPromptTokens()),
        Numbers.wide(usage.getCompletionTokens()),
        input == null ? null : input._cachedTokens().asKnown().orElse(null),
        null,
        output == null ? null : output._reasoningTokens().asKnown().orElse(null),
        input == null ? null : input._audioTokens().asKnown().orElse(null),
        output == null ? null : output._audioTokens().asKnown().orElse(null));
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
