package io.spanloom.langchain4j;

import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponseMetadata;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import dev.langchain4j.model.openai.OpenAiChatResponseMetadata;
import dev.langchain4j.model.openai.OpenAiTokenUsage;
import dev.langchain4j.model.output.TokenUsage;
import org.jspecify.annotations.Nullable;

/** Reads the types of {@code langchain4j-open-ai}. */
final class OpenAiTypes extends ProviderTypes {

  static final ProviderTypes READER = new OpenAiTypes();

  private OpenAiTypes() {}

  @Override
  String provider() {
    return "openai";
  }

  @Override
  @Nullable Long maxTokens(ChatRequestParameters parameters) {
    return parameters instanceof OpenAiChatRequestParameters openAi
        ? Numbers.wide(openAi.maxCompletionTokens())
        : null;
  }

  @Override
  @Nullable Long seed(ChatRequestParameters parameters) {
    return parameters instanceof OpenAiChatRequestParameters openAi
        ? Numbers.wide(openAi.seed())
        : null;
  }

  @Override
  @Nullable String reasoningLevel(ChatRequestParameters parameters) {
    return parameters instanceof OpenAiChatRequestParameters openAi
        ? openAi.reasoningEffort()
        : null;
  }

  @Override
  @Nullable String serviceTier(ChatResponseMetadata metadata) {
    return metadata instanceof OpenAiChatResponseMetadata openAi ? openAi.serviceTier() : null;
  }

  @Override
  io.spanloom.llm.TokenUsage usage(TokenUsage usage) {
    if (!(usage instanceof OpenAiTokenUsage openAi)) {
      return super.usage(usage);
    }
    var input = openAi.inputTokensDetails();
    var output = openAi.outputTokensDetails();
    return new io.spanloom.llm.TokenUsage(
        Numbers.wide(openAi.inputTokenCount()),
        Numbers.wide(openAi.outputTokenCount()),
        input == null ? null : Numbers.wide(input.cachedTokens()),
        null,
        output == null ? null : Numbers.wide(output.reasoningTokens()));
  }
}
