package io.spanloom.example.legal.model;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import io.spanloom.annotations.LlmCall;
import java.time.Duration;
import java.util.regex.Pattern;

/** A chat model behind OpenAI's official client; safe for use by several threads. */
public final class ChatModel implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofSeconds(90);
  private static final int MAX_RETRIES = 1;
  private static final double TEMPERATURE = 0.1;
  private static final Pattern FIXED_TEMPERATURE = Pattern.compile("(o\\d|gpt-5).*");

  private final OpenAIClient client;
  private final String name;

  private ChatModel(OpenAIClient client, String name) {
    this.client = client;
    this.name = name;
  }

  /** Prepares the client; nothing is sent before the first call. */
  public static ChatModel connect(ModelAddress address) {
    OpenAIClient client =
        OpenAIOkHttpClient.builder()
            .baseUrl(address.baseUrl())
            .apiKey(address.apiKey())
            .timeout(TIMEOUT)
            .maxRetries(MAX_RETRIES)
            .build();
    return new ChatModel(client, address.model());
  }

  /** A request for this model, to be completed with messages and tools. */
  public ChatCompletionCreateParams.Builder request(long maxTokens) {
    ChatCompletionCreateParams.Builder request =
        ChatCompletionCreateParams.builder().model(name).maxCompletionTokens(maxTokens);
    if (!FIXED_TEMPERATURE.matcher(name).matches()) {
      request.temperature(TEMPERATURE);
    }
    return request;
  }

  /** Sends one request and waits for the completion. */
  @LlmCall(provider = "openai")
  public ChatCompletion complete(ChatCompletionCreateParams params) {
    return client.chat().completions().create(params);
  }

  @Override
  public void close() {
    client.close();
  }
}
