package io.spanloom.springai;

import io.spanloom.llm.TokenUsage;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.metadata.Usage;

/** Reads the tokens used, with what only the provider's own object tells. */
final class Usages {

  private static final String OPENAI = "org.springframework.ai.openai.api.OpenAiApi$Usage";

  private Usages() {}

  /** The figures; {@code null} if there are none, which Spring AI tells as zeros. */
  static @Nullable TokenUsage read(@Nullable Usage usage) {
    if (usage == null || (isZero(usage.getPromptTokens()) && isZero(usage.getCompletionTokens()))) {
      return null;
    }
    Object own = usage.getNativeUsage();
    return own != null && own.getClass().getName().equals(OPENAI)
        ? OpenAiUsage.read(usage, own)
        : new TokenUsage(
            Numbers.wide(usage.getPromptTokens()),
            Numbers.wide(usage.getCompletionTokens()),
            null,
            null,
            null);
  }

  private static boolean isZero(@Nullable Integer tokens) {
    return tokens == null || tokens == 0;
  }
}
