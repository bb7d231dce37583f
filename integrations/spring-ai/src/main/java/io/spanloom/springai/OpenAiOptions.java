package io.spanloom.springai;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.ai.openai.api.ResponseFormat;

/** Reads OpenAI's own options; touched only where {@code spring-ai-openai} is there. */
final class OpenAiOptions extends ProviderOptions {

  private final OpenAiChatOptions options;

  OpenAiOptions(ChatOptions options) {
    super("openai");
    this.options = (OpenAiChatOptions) options;
  }

  @Override
  @Nullable Long maxTokens() {
    return Numbers.wide(options.getMaxCompletionTokens());
  }

  @Override
  @Nullable Long choiceCount() {
    return Numbers.wide(options.getN());
  }

  @Override
  @Nullable Long seed() {
    return Numbers.wide(options.getSeed());
  }

  @Override
  @Nullable String reasoningLevel() {
    return options.getReasoningEffort();
  }

  /** Speech if audio is asked for, else what the response format asks for. */
  @Override
  @Nullable String outputType() {
    List<String> modalities = options.getOutputModalities();
    if (modalities != null && modalities.contains("audio")) {
      return "speech";
    }
    try {
      return textOrJson(options.getResponseFormat());
    } catch (LinkageError newer) { // formats of another type
      return null;
    }
  }

  private static @Nullable String textOrJson(@Nullable ResponseFormat format) {
    if (format == null || format.getType() == null) {
      return null;
    }
    return format.getType() == ResponseFormat.Type.TEXT ? "text" : "json";
  }
}
