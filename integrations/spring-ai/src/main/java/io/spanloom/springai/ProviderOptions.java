package io.spanloom.springai;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.prompt.ChatOptions;

/** What options say beyond the common ones, and whose they are. */
class ProviderOptions {

  private final @Nullable String provider;

  ProviderOptions(@Nullable String provider) {
    this.provider = provider;
  }

  /** By the name of their class: the providers' modules are optional. */
  static ProviderOptions of(ChatOptions options) {
    return switch (options.getClass().getName()) {
      case "org.springframework.ai.openai.OpenAiChatOptions" -> new OpenAiOptions(options);
      case "org.springframework.ai.anthropic.AnthropicChatOptions" ->
          new ProviderOptions("anthropic");
      case "org.springframework.ai.azure.openai.AzureOpenAiChatOptions" ->
          new ProviderOptions("azure.ai.openai");
      case "org.springframework.ai.bedrock.converse.BedrockChatOptions" ->
          new ProviderOptions("aws.bedrock");
      case "org.springframework.ai.deepseek.DeepSeekChatOptions" -> new ProviderOptions("deepseek");
      case "org.springframework.ai.google.genai.GoogleGenAiChatOptions" ->
          new ProviderOptions("gcp.gen_ai");
      case "org.springframework.ai.mistralai.MistralAiChatOptions" ->
          new ProviderOptions("mistral_ai");
      case "org.springframework.ai.ollama.api.OllamaOptions",
          "org.springframework.ai.ollama.api.OllamaChatOptions" ->
          new ProviderOptions("ollama");
      case "org.springframework.ai.vertexai.gemini.VertexAiGeminiChatOptions" ->
          new ProviderOptions("gcp.vertex_ai");
      default -> new ProviderOptions(null);
    };
  }

  final @Nullable String provider() {
    return provider;
  }

  @Nullable Long maxTokens() {
    return null;
  }

  @Nullable Long choiceCount() {
    return null;
  }

  @Nullable Long seed() {
    return null;
  }

  @Nullable String reasoningLevel() {
    return null;
  }

  @Nullable String outputType() {
    return null;
  }
}
