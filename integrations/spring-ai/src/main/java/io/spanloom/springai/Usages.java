package io.spanloom.springai;

import io.spanloom.llm.TokenUsage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.metadata.DefaultUsage;
import org.springframework.ai.chat.metadata.Usage;

/** Reads the tokens used, with the details that only the provider's own object has. */
final class Usages {

  private static final String OPENAI = "org.springframework.ai.openai.api.OpenAiApi$Usage";

  private static final String OPENAI_SDK = "com.openai.models.completions.CompletionUsage";

  private static final String ANTHROPIC = "org.springframework.ai.anthropic.api.AnthropicApi$Usage";

  private static final String ANTHROPIC_SDK = "com.anthropic.models.messages.Usage";

  private Usages() {}

  /** The figures; {@code null} if there are none; Spring AI has zeros then. */
  static @Nullable TokenUsage read(@Nullable Usage usage) {
    if (usage == null || (isZero(usage.getPromptTokens()) && isZero(usage.getCompletionTokens()))) {
      return null;
    }
    Object own = usage.getNativeUsage();
    return switch (own == null ? "" : own.getClass().getName()) {
      case OPENAI -> OpenAiUsage.read(usage, own);
      case OPENAI_SDK -> OpenAiSdk.usage(usage, own);
      case ANTHROPIC -> AnthropicUsage.read(usage, own);
      case ANTHROPIC_SDK -> AnthropicSdk.usage(usage, own);
      default ->
          new TokenUsage(
              Numbers.wide(usage.getPromptTokens()),
              Numbers.wide(usage.getCompletionTokens()),
              null,
              null,
              null);
    };
  }

  /** The price class, where a provider's own object tells it. */
  static @Nullable String serviceTier(@Nullable Usage usage) {
    Object own = usage == null ? null : usage.getNativeUsage();
    return own != null && own.getClass().getName().equals(ANTHROPIC_SDK)
        ? AnthropicSdk.serviceTier(own)
        : null;
  }

  /**
   * What a sum has more than an earlier one; {@code null} if it is no sum of that one. Spring AI
   * drops the provider's own figures when it adds up: figures that have them are of one call.
   */
  static @Nullable Usage difference(Usage sum, Usage before) {
    Object own = sum.getNativeUsage();
    if (own != null && !(own instanceof Map)) {
      return null;
    }
    int input = orZero(sum.getPromptTokens()) - orZero(before.getPromptTokens());
    int output = orZero(sum.getCompletionTokens()) - orZero(before.getCompletionTokens());
    return input < 0 || output < 0 ? null : new DefaultUsage(input, output);
  }

  /** The largest of the sums; {@code null} if that is the first one. */
  static @Nullable Usage larger(Usage sum, List<Usage> others) {
    Usage largest = sum;
    for (Usage other : others) {
      if (orZero(other.getTotalTokens()) > orZero(largest.getTotalTokens())) {
        largest = other;
      }
    }
    return largest == sum ? null : largest;
  }

  private static int orZero(@Nullable Integer tokens) {
    return tokens == null ? 0 : tokens;
  }

  private static boolean isZero(@Nullable Integer tokens) {
    return tokens == null || tokens == 0;
  }
}
