package io.spanloom.example.rag.model;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import io.spanloom.annotations.LlmCall;
import java.time.Duration;
import java.util.regex.Pattern;

/** A chat model behind LangChain4j's OpenAI client; safe for use by several threads. */
public final class ChatModel {

  private static final Duration TIMEOUT = Duration.ofSeconds(90);
  private static final int MAX_RETRIES = 1;
  private static final double TEMPERATURE = 0.1;
  private static final Pattern REASONING_MODEL = Pattern.compile("(o\\d|gpt-5).*");

  private final OpenAiChatModel client;
  private final String name;

  private ChatModel(OpenAiChatModel client, String name) {
    this.client = client;
    this.name = name;
  }

  /** Prepares the client; nothing is sent before the first call. */
  public static ChatModel connect(ModelAddress address) {
    OpenAiChatModel client =
        OpenAiChatModel.builder()
            .baseUrl(address.baseUrl())
            .apiKey(address.apiKey())
            .modelName(address.model())
            .timeout(TIMEOUT)
            .maxRetries(MAX_RETRIES)
            .build();
    return new ChatModel(client, address.model());
  }

  /** A request for this model, to be completed with messages. */
  public ChatRequest.Builder request(int maxTokens) {
    OpenAiChatRequestParameters.Builder parameters = OpenAiChatRequestParameters.builder();
    parameters.modelName(name);
    if (REASONING_MODEL.matcher(name).matches()) {
      parameters.maxCompletionTokens(maxTokens);
    } else {
      parameters.maxOutputTokens(maxTokens).temperature(TEMPERATURE);
    }
    return ChatRequest.builder().parameters(parameters.build());
  }

  /** Sends one request and waits for the response. */
  @LlmCall(provider = "openai")
  public ChatResponse complete(ChatRequest request) {
    return client.chat(request);
  }
}
