package io.spanloom.springai;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.ai.openai.api.ResponseFormat;

/**
 * Reads OpenAI's own options; touched only where {@code spring-ai-openai} is there. No signature
 * names its types, so that one can reflect on this class without them.
 */
final class OpenAiOptions extends ProviderOptions {

  private final ChatOptions options;

  OpenAiOptions(ChatOptions options) {
    super("openai");
    this.options = options;
  }

  @Override
  @Nullable Long maxTokens() {
    return Numbers.wide(((OpenAiChatOptions) options).getMaxCompletionTokens());
  }

  @Override
  @Nullable Long choiceCount() {
    return Numbers.wide(((OpenAiChatOptions) options).getN());
  }

  @Override
  @Nullable Long seed() {
    return Numbers.wide(((OpenAiChatOptions) options).getSeed());
  }

  @Override
  @Nullable String reasoningLevel() {
    return ((OpenAiChatOptions) options).getReasoningEffort();
  }

  /** Speech if audio is asked for, else what the response format asks for. */
  @Override
  @Nullable String outputType() {
    List<String> modalities = ((OpenAiChatOptions) options).getOutputModalities();
    if (modalities != null && modalities.contains("audio")) {
      return "speech";
    }
    String format = formatType();
    if (format == null) {
      return null;
    }
    return format.equals("TEXT") ? "text" : "json";
  }

  private @Nullable String formatType() {
    try {
      ResponseFormat format = ((OpenAiChatOptions) options).getResponseFormat();
      return format == null || format.getType() == null ? null : format.getType().name();
    } catch (LinkageError newer) { // Spring AI 2 has another class for the same
      return formatTypeInSpringAi2();
    }
  }

  private @Nullable String formatTypeInSpringAi2() {
    try {
      Object format = options.getClass().getMethod("getResponseFormat").invoke(options);
      Object type = format == null ? null : format.getClass().getMethod("getType").invoke(format);
      return type == null ? null : type.toString();
    } catch (ReflectiveOperationException newer) {
      return null;
    }
  }
}
