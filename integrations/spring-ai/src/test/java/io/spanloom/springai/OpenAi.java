package io.spanloom.springai;

import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.client.advisor.ToolCallAdvisor;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.document.MetadataMode;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.embedding.EmbeddingOptions;
import org.springframework.ai.model.tool.ToolCallingManager;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.ai.openai.OpenAiEmbeddingModel;
import org.springframework.ai.openai.OpenAiEmbeddingOptions;
import org.springframework.ai.openai.api.OpenAiApi;
import org.springframework.ai.openai.api.ResponseFormat;
import org.springframework.ai.support.ToolCallbacks;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.retry.support.RetryTemplate;

/**
 * OpenAI's models and options as Spring AI 1 builds them. All that tests need of the versions'
 * differences is here: the module that runs them with Spring AI 2 has a class of the same name.
 */
final class OpenAi {

  private static final RetryTemplate ONCE = RetryTemplate.builder().maxAttempts(1).build();

  private OpenAi() {}

  /** Whether a model runs the tools it asks for, or else the client does. */
  static boolean modelsRunTools() {
    return true;
  }

  static ChatModel chatModel(String url) {
    return OpenAiChatModel.builder().openAiApi(api(url)).retryTemplate(ONCE).build();
  }

  static ChatModel chatModel(String url, ModelObservationHandler handler) {
    ObservationRegistry registry = ObservationRegistry.create();
    registry.observationConfig().observationHandler(handler);
    return OpenAiChatModel.builder()
        .openAiApi(api(url))
        .defaultOptions(
            OpenAiChatOptions.builder()
                .model("gpt-4.1-mini")
                .temperature(0.2)
                .streamUsage(true)
                .build())
        .retryTemplate(ONCE)
        .observationRegistry(registry)
        .toolCallingManager(handler.toolCallingManager(ToolCallingManager.builder().build()))
        .build();
  }

  /** A model whose observations go to the registry, with a default model's name. */
  static ChatModel observedModel(String url, ObservationRegistry registry) {
    return OpenAiChatModel.builder()
        .openAiApi(api(url))
        .defaultOptions(OpenAiChatOptions.builder().model("gpt-4.1-mini").streamUsage(true).build())
        .retryTemplate(ONCE)
        .observationRegistry(registry)
        .build();
  }

  static ChatClient chatClient(ChatModel model, ModelObservationHandler handler) {
    return ChatClient.create(model);
  }

  /** A client whose advisor runs the tools; there is none in the first versions. */
  static ChatClient advisedClient(ChatModel model, ModelObservationHandler handler) {
    return ChatClient.builder(model)
        .defaultAdvisors(
            ToolCallAdvisor.builder()
                .toolCallingManager(
                    handler.toolCallingManager(ToolCallingManager.builder().build()))
                .build())
        .build();
  }

  static EmbeddingModel embeddingModel(String url) {
    return embeddingModel(url, ObservationRegistry.NOOP);
  }

  static EmbeddingModel embeddingModel(String url, ObservationRegistry registry) {
    return new OpenAiEmbeddingModel(
        api(url), MetadataMode.EMBED, (OpenAiEmbeddingOptions) embeddingOptions(), ONCE, registry);
  }

  static EmbeddingOptions embeddingOptions() {
    return OpenAiEmbeddingOptions.builder().model("text-embedding-3-small").build();
  }

  /** For an agent that runs the tools itself. */
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
        .internalToolExecutionEnabled(false)
        .build();
  }

  static ChatOptions ownOptions() {
    return OpenAiChatOptions.builder()
        .model("gpt-5")
        .maxCompletionTokens(900)
        .N(2)
        .seed(7)
        .reasoningEffort("low")
        .responseFormat(ResponseFormat.builder().type(ResponseFormat.Type.JSON_OBJECT).build())
        .toolCallbacks(ToolCallbacks.from(new Statutes()))
        .build();
  }

  static ChatOptions spokenOptions() {
    return OpenAiChatOptions.builder().outputModalities(List.of("text", "audio")).build();
  }

  private static OpenAiApi api(String url) {
    return OpenAiApi.builder().baseUrl(url).apiKey("test").build();
  }
}
