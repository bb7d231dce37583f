package io.spanloom.springai;

import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.client.advisor.ToolCallingAdvisor;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.embedding.EmbeddingOptions;
import org.springframework.ai.model.tool.ToolCallingManager;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.ai.openai.OpenAiEmbeddingModel;
import org.springframework.ai.openai.OpenAiEmbeddingOptions;
import org.springframework.ai.support.ToolCallbacks;
import org.springframework.ai.tool.ToolCallback;

/** OpenAI's models and options as Spring AI 2 builds them, in place of those of Spring AI 1. */
final class OpenAi {

  private OpenAi() {}

  static boolean modelsRunTools() {
    return false;
  }

  static ChatModel chatModel(String url) {
    return OpenAiChatModel.builder().options(reaching(url).build()).build();
  }

  static ChatModel chatModel(String url, ModelObservationHandler handler) {
    ObservationRegistry registry = ObservationRegistry.create();
    registry.observationConfig().observationHandler(handler);
    return OpenAiChatModel.builder()
        .options(reaching(url).model("gpt-4.1-mini").temperature(0.2).streamUsage(true).build())
        .observationRegistry(registry)
        .build();
  }

  /** A model whose observations go to the registry, with a default model's name. */
  static ChatModel observedModel(String url, ObservationRegistry registry) {
    return OpenAiChatModel.builder()
        .options(reaching(url).model("gpt-4.1-mini").streamUsage(true).build())
        .observationRegistry(registry)
        .build();
  }

  static ChatClient chatClient(ChatModel model, ModelObservationHandler handler) {
    return ChatClient.builder(
            model,
            ObservationRegistry.NOOP,
            null,
            null,
            ToolCallingAdvisor.builder()
                .toolCallingManager(
                    handler.toolCallingManager(ToolCallingManager.builder().build())))
        .build();
  }

  static ChatClient advisedClient(ChatModel model, ModelObservationHandler handler) {
    return ChatClient.builder(model)
        .defaultAdvisors(
            ToolCallingAdvisor.builder()
                .toolCallingManager(
                    handler.toolCallingManager(ToolCallingManager.builder().build()))
                .build())
        .build();
  }

  static EmbeddingModel embeddingModel(String url) {
    return embeddingModel(url, ObservationRegistry.NOOP);
  }

  static EmbeddingModel embeddingModel(String url, ObservationRegistry registry) {
    return OpenAiEmbeddingModel.builder()
        .options(
            OpenAiEmbeddingOptions.builder()
                .baseUrl(url + "/v1")
                .apiKey("test")
                .model("text-embedding-3-small")
                .maxRetries(0)
                .build())
        .observationRegistry(registry)
        .build();
  }

  static EmbeddingOptions embeddingOptions() {
    return OpenAiEmbeddingOptions.builder().model("text-embedding-3-small").build();
  }

  static ChatOptions agentOptions() {
    return agentOptions(ToolCallbacks.from(new Statutes()));
  }

  static ChatOptions agentOptions(ToolCallback... tools) {
    return OpenAiChatOptions.builder()
        .model("gpt-4.1-mini")
        .temperature(0.2)
        .maxCompletionTokens(800)
        .seed(7)
        .streamUsage(true)
        .toolCallbacks(tools)
        .build();
  }

  static ChatOptions ownOptions() {
    return OpenAiChatOptions.builder()
        .model("gpt-5")
        .maxCompletionTokens(900)
        .n(2)
        .seed(7)
        .reasoningEffort("low")
        .responseFormat(
            OpenAiChatModel.ResponseFormat.builder()
                .type(OpenAiChatModel.ResponseFormat.Type.JSON_OBJECT)
                .build())
        .toolCallbacks(ToolCallbacks.from(new Statutes()))
        .build();
  }

  static ChatOptions spokenOptions() {
    return OpenAiChatOptions.builder().outputModalities(List.of("text", "audio")).build();
  }

  private static OpenAiChatOptions.Builder reaching(String url) {
    return OpenAiChatOptions.builder().baseUrl(url + "/v1").apiKey("test").maxRetries(0);
  }
}
