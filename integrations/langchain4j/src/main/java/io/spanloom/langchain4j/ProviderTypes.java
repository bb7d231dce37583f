package io.spanloom.langchain4j;

import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponseMetadata;
import dev.langchain4j.model.output.TokenUsage;
import org.jspecify.annotations.Nullable;

/**
 * Reads what one provider's module adds to the core's types.
 *
 * <p>The modules are optional: a reader's class is touched only when an object of its module is
 * there to be read.
 */
abstract class ProviderTypes {

  private static final ProviderTypes UNKNOWN = new ProviderTypes() {};

  /** Who can read an object, by the package of its class. */
  static ProviderTypes of(Object value) {
    return switch (value.getClass().getPackageName()) {
      case "dev.langchain4j.model.anthropic" -> AnthropicTypes.READER;
      case "dev.langchain4j.model.openai" -> OpenAiTypes.READER;
      default -> UNKNOWN;
    };
  }

  /** The provider that such parameters are for. */
  @Nullable String provider() {
    return null;
  }

  @Nullable Long maxTokens(ChatRequestParameters parameters) {
    return null;
  }

  @Nullable Long seed(ChatRequestParameters parameters) {
    return null;
  }

  @Nullable String reasoningLevel(ChatRequestParameters parameters) {
    return null;
  }

  /** The price class that the answer states. */
  @Nullable String serviceTier(ChatResponseMetadata metadata) {
    return null;
  }

  io.spanloom.llm.TokenUsage usage(TokenUsage usage) {
    return new io.spanloom.llm.TokenUsage(
        Numbers.wide(usage.inputTokenCount()),
        Numbers.wide(usage.outputTokenCount()),
        null,
        null,
        null);
  }
}
