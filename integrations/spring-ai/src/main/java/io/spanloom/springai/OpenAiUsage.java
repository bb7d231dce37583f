package io.spanloom.springai;

import io.spanloom.llm.TokenUsage;
import org.springframework.ai.chat.metadata.Usage;
import org.springframework.ai.openai.api.OpenAiApi;

/** Reads OpenAI's own figures; touched only where {@code spring-ai-openai} is there. */
final class OpenAiUsage {

  private OpenAiUsage() {}

  static TokenUsage read(Usage usage, Object own) {
    OpenAiApi.Usage openAi = (OpenAiApi.Usage) own;
    var input = openAi.promptTokensDetails();
    var output = openAi.completionTokenDetails();
    return new TokenUsage(
        Numbers.wide(usage.getPromptTokens()),
        Numbers.wide(usage.getCompletionTokens()),
        input == null ? null : Numbers.wide(input.cachedTokens()),
        null,
        output == null ? null : Numbers.wide(output.reasoningTokens()),
        input == null ? null : Numbers.wide(input.audioTokens()),
        output == null ? null : Numbers.wide(output.audioTokens()));
  }
}
