package io.spanloom.internal.convention;

import org.jspecify.annotations.Nullable;

/** What OpenInference calls the providers of the GenAI conventions: a family, and who hosts it. */
final class ModelHosts {

  private ModelHosts() {}

  /** The family of models ({@code llm.system}), or {@code null} if the host offers several. */
  static @Nullable Object system(Object provider) {
    return switch (provider.toString()) {
      case "openai", "anthropic", "cohere", "deepseek" -> provider;
      case "azure.ai.openai" -> "openai";
      case "mistral_ai" -> "mistralai";
      case "x_ai" -> "xai";
      case "gcp.vertex_ai", "gcp.gemini", "gcp.gen_ai" -> "vertexai";
      default -> null;
    };
  }

  /** Who hosts the model ({@code llm.provider}); other words pass as they are. */
  static Object provider(Object provider) {
    return switch (provider.toString()) {
      case "azure.ai.openai", "azure.ai.inference" -> "azure";
      case "mistral_ai" -> "mistralai";
      case "x_ai" -> "xai";
      case "gcp.vertex_ai", "gcp.gemini", "gcp.gen_ai" -> "google";
      case "aws.bedrock" -> "aws";
      case "moonshot_ai" -> "moonshot";
      default -> provider;
    };
  }
}
