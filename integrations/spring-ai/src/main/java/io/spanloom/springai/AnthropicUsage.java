package io.spanloom.springai;

import io.spanloom.llm.TokenUsage;
import org.springframework.ai.anthropic.api.AnthropicApi;
import org.springframework.ai.chat.metadata.Usage;

/**
 * Reads Anthropic's own figures; touched only where {@code spring-ai-anthropic} 1 is there.
 * Anthropic counts what it reads from and writes to its cache apart from the other input.
 */
final class AnthropicUsage {

  private AnthropicUsage() {}

  static TokenUsage read(Usage usage, Object own) {
    AnthropicApi.Usage anthropic = (AnthropicApi.Usage) own;
    Long input = Numbers.wide(usage.getPromptTokens());
    TokenUsage plain =
        TokenUsage.builder().input(input).output(Numbers.wide(usage.getCompletionTokens())).build();
    try {
      Long read = Numbers.wide(anthropic.cacheReadInputTokens());
      Long written = Numbers.wide(anthropic.cacheCreationInputTokens());
      return plain.toBuilder()
          .input(input == null ? null : TokenUsage.sum(input, read, written))
          .cacheRead(read)
          .cacheWrite(written)
          .build();
    } catch (NoSuchMethodError ofVersionOneZero) {
      return plain;
    }
  }
}
