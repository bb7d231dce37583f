package io.spanloom.langchain4j;

import dev.langchain4j.model.ModelProvider;
import org.jspecify.annotations.Nullable;

/** The GenAI conventions' names for the providers that LangChain4j knows. */
final class Providers {

  private Providers() {}

  /** The provider's name; {@code null} if the model does not say whose it is. */
  static @Nullable String name(@Nullable ModelProvider provider) {
    return provider == null ? null : name(provider.name());
  }

  /** By name: the enumeration grows from version to version. */
  private static @Nullable String name(String provider) {
    return switch (provider) {
      case "AMAZON_BEDROCK" -> "aws.bedrock";
      case "ANTHROPIC" -> "anthropic";
      case "AZURE_OPEN_AI" -> "azure.ai.openai";
      case "COHERE" -> "cohere";
      case "GITHUB_MODELS", "MICROSOFT_FOUNDRY" -> "azure.ai.inference";
      case "GOOGLE_AI_GEMINI" -> "gcp.gemini";
      case "GOOGLE_GENAI" -> "gcp.gen_ai";
      case "GOOGLE_VERTEX_AI_ANTHROPIC", "GOOGLE_VERTEX_AI_GEMINI" -> "gcp.vertex_ai";
      case "JINA" -> "jina";
      case "MISTRAL_AI" -> "mistral_ai";
      case "OLLAMA" -> "ollama";
      case "OPEN_AI" -> "openai";
      case "VOYAGE_AI" -> "voyage_ai";
      case "WATSONX" -> "ibm.watsonx.ai";
      default -> null;
    };
  }
}
