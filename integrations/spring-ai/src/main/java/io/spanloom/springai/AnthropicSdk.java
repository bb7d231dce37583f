package io.spanloom.springai;

import io.spanloom.llm.TokenUsage;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.metadata.Usage;

/**
 * Reads the types of Anthropic's own SDK, which Spring AI 2 asks Anthropic with; touched only where
 * it is there.
 */
final class AnthropicSdk {

  private AnthropicSdk() {}

  /** Anthropic counts what it reads from and writes to its cache apart from the other input. */
  static TokenUsage usage(Usage usage, Object own) {
    var anthropic = (com.anthropic.models.messages.Usage) own;
    Long input = Numbers.wide(usage.getPromptTokens());
    Long read = anthropic._cacheReadInputTokens().asKnown().orElse(null);
    Long written = anthropic._cacheCreationInputTokens().asKnown().orElse(null);
    var byDuration = anthropic._cacheCreation().asKnown().orElse(null); // in no lambda: ADR 18
    return TokenUsage.builder()
        .input(input == null ? null : TokenUsage.sum(input, read, written))
        .output(Numbers.wide(usage.getCompletionTokens()))
        .cacheRead(read)
        .cacheWrite(written)
        .cacheWrite1h(
            byDuration == null ? null : byDuration._ephemeral1hInputTokens().asKnown().orElse(null))
        .build();
  }

  /** The price class: {@code batch}, {@code priority}. */
  static @Nullable String serviceTier(Object own) {
    var tier = ((com.anthropic.models.messages.Usage) own)._serviceTier().asKnown().orElse(null);
    return tier == null ? null : tier.asString();
  }
}
