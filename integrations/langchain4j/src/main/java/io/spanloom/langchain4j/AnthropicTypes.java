package io.spanloom.langchain4j;

import dev.langchain4j.model.anthropic.AnthropicTokenUsage;
import dev.langchain4j.model.output.TokenUsage;

/** Reads the types of {@code langchain4j-anthropic}. */
final class AnthropicTypes extends ProviderTypes {

  static final ProviderTypes READER = new AnthropicTypes();

  private AnthropicTypes() {}

  @Override
  String provider() {
    return "anthropic";
  }

  /** Anthropic counts what it reads from and writes to its cache apart from the other input. */
  @Override
  io.spanloom.llm.TokenUsage usage(TokenUsage usage) {
    if (!(usage instanceof AnthropicTokenUsage anthropic)) {
      return super.usage(usage);
    }
    Integer read = anthropic.cacheReadInputTokens();
    Integer written = anthropic.cacheCreationInputTokens();
    return new io.spanloom.llm.TokenUsage(
        Numbers.sum(anthropic.inputTokenCount(), read, written),
        Numbers.wide(anthropic.outputTokenCount()),
        Numbers.wide(read),
        Numbers.wide(written),
        null);
  }
}
