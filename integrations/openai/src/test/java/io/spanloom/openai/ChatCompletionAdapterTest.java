package io.spanloom.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.ReasoningEffort;
import com.openai.models.ResponseFormatJsonObject;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionFunctionTool;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import com.sun.net.httpserver.HttpServer;
import io.spanloom.llm.LlmAdapter;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.LlmTool;
import io.spanloom.llm.LlmToolCall;
import io.spanloom.llm.TokenUsage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The real SDK over HTTP, against a server that answers in the shapes of OpenAI's API reference.
 */
class ChatCompletionAdapterTest {

  static final String TOOL_CALLS =
      """
      {
        "id": "chatcmpl-1", "object": "chat.completion", "created": 1760000000,
        "model": "gpt-4.1-mini-2025-04-14",
        "choices": [{
          "index": 0, "finish_reason": "tool_calls", "logprobs": null,
          "message": {
            "role": "assistant", "content": null, "refusal": null,
            "tool_calls": [
              {"id": "call_1", "type": "function",
               "function": {"name": "case_search", "arguments": "{\\"query\\":\\"duty of care\\"}"}},
              {"id": "call_2", "type": "function",
               "function": {"name": "statute_lookup", "arguments": "{}"}}
            ]
          }
        }],
        "usage": {
          "prompt_tokens": 120, "completion_tokens": 45, "total_tokens": 165,
          "prompt_tokens_details": {"cached_tokens": 64, "audio_tokens": 8},
          "completion_tokens_details": {"reasoning_tokens": 7, "audio_tokens": 3}
        }
      }
      """;

  /** What a server that is only compatible may leave out. */
  private static final String SPARSE =
      """
      {"choices": [{"message": {"role": "assistant", "content": "Hello"}}]}
      """;

  static final String RATE_LIMITED =
      """
      {"error": {"message": "Slow down", "type": "requests", "param": null,
                 "code": "rate_limit_exceeded"}}
      """;

  private final ChatCompletionAdapter adapter = new ChatCompletionAdapter();
  private HttpServer server;
  private OpenAIClient client;
  private volatile int status = 200;
  private volatile String answer = TOOL_CALLS;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v1/chat/completions",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    client =
        OpenAIOkHttpClient.builder()
            .baseUrl("http://127.0.0.1:" + server.getAddress().getPort() + "/v1")
            .apiKey("test")
            .maxRetries(0)
            .build();
  }

  @AfterEach
  void stop() {
    client.close();
    server.stop(0);
  }

  @Test
  void isFoundAsService() {
    assertThat(ServiceLoader.load(LlmAdapter.class))
        .hasAtLeastOneElementOfType(ChatCompletionAdapter.class);
  }

  @Test
  void readsRequestParameters() {
    LlmRequest request =
        adapter.request(
            minimal()
                .temperature(0.2)
                .topP(0.9)
                .maxCompletionTokens(800)
                .n(2)
                .frequencyPenalty(0.1)
                .presencePenalty(-0.1)
                .stop("END")
                .reasoningEffort(ReasoningEffort.LOW)
                .responseFormat(ResponseFormatJsonObject.builder().build())
                .build());

    assertThat(request.provider()).isEqualTo("openai");
    assertThat(request.model()).isEqualTo("gpt-4.1-mini");
    assertThat(request.temperature()).isEqualTo(0.2);
    assertThat(request.topP()).isEqualTo(0.9);
    assertThat(request.maxTokens()).isEqualTo(800);
    assertThat(request.choiceCount()).isEqualTo(2);
    assertThat(request.frequencyPenalty()).isEqualTo(0.1);
    assertThat(request.presencePenalty()).isEqualTo(-0.1);
    assertThat(request.stopSequences()).containsExactly("END");
    assertThat(request.reasoningLevel()).isEqualTo("low");
    assertThat(request.outputType()).isEqualTo("json");
  }

  @Test
  void spokenOutputIsSpeech() {
    LlmRequest request =
        adapter.request(
            minimal()
                .addModality(ChatCompletionCreateParams.Modality.TEXT)
                .addModality(ChatCompletionCreateParams.Modality.AUDIO)
                .build());

    assertThat(request.outputType()).isEqualTo("speech");
  }

  @Test
  void leavesOutWhatTheRequestDoesNotSay() {
    LlmRequest request = adapter.request(minimal().build());

    assertThat(request.temperature()).isNull();
    assertThat(request.maxTokens()).isNull();
    assertThat(request.seed()).isNull();
    assertThat(request.reasoningLevel()).isNull();
    assertThat(request.outputType()).isNull();
    assertThat(request.stopSequences()).isEmpty();
    assertThat(request.tools()).isEmpty();
  }

  @Test
  void readsConversationWithToolResults() {
    ChatCompletion first = client.chat().completions().create(minimal().build());
    ChatCompletionCreateParams next =
        minimal()
            .addMessage(first.choices().get(0).message())
            .addMessage(
                ChatCompletionToolMessageParam.builder()
                    .toolCallId("call_1")
                    .content("Two cases.")
                    .build())
            .build();

    assertThat(adapter.request(next).messages())
        .containsExactly(
            LlmMessage.of("system", "You are a clerk."),
            LlmMessage.of("user", "What is a duty of care?"),
            new LlmMessage("assistant", null, twoCalls(), null),
            LlmMessage.toolResult("call_1", "Two cases."));
  }

  @Test
  void readsToolDefinitions() {
    ChatCompletionFunctionTool tool =
        ChatCompletionFunctionTool.builder()
            .function(
                FunctionDefinition.builder()
                    .name("case_search")
                    .description("Searches cases.")
                    .parameters(
                        FunctionParameters.builder()
                            .putAdditionalProperty("type", JsonValue.from("object"))
                            .putAdditionalProperty("properties", JsonValue.from(Map.of()))
                            .build())
                    .build())
            .build();

    assertThat(adapter.request(minimal().addTool(tool).build()).tools())
        .containsExactly(
            new LlmTool(
                "case_search", "Searches cases.", "{\"type\":\"object\",\"properties\":{}}"));
  }

  @Test
  void readsResponse() {
    LlmResponse response = adapter.response(client.chat().completions().create(minimal().build()));

    assertThat(response.id()).isEqualTo("chatcmpl-1");
    assertThat(response.model()).isEqualTo("gpt-4.1-mini-2025-04-14");
    assertThat(response.finishReasons()).containsExactly("tool_calls");
    assertThat(response.usage()).isEqualTo(new TokenUsage(120L, 45L, 64L, null, 7L, 8L, 3L));
    assertThat(response.messages())
        .containsExactly(new LlmMessage("assistant", null, twoCalls(), null));
  }

  @Test
  void readsWhatIsThereOfASparseResponse() {
    answer = SPARSE;

    LlmResponse response = adapter.response(client.chat().completions().create(minimal().build()));

    assertThat(response.id()).isNull();
    assertThat(response.model()).isNull();
    assertThat(response.finishReasons()).isEmpty();
    assertThat(response.usage()).isNull();
    assertThat(response.messages()).containsExactly(LlmMessage.of("assistant", "Hello"));
  }

  @Test
  void namesTheProvidersErrorCode() {
    status = 429;
    answer = RATE_LIMITED;

    Throwable error = catchThrowable(() -> client.chat().completions().create(minimal().build()));

    assertThat(adapter.errorType(error)).isEqualTo("rate_limit_exceeded");
    assertThat(adapter.errorType(new IllegalStateException("not the provider's"))).isNull();
  }

  @Test
  void anErrorOfAnotherShapeHasNoCode() {
    status = 500;
    answer = "{\"error\": {\"message\": \"broken\"}}";

    Throwable error = catchThrowable(() -> client.chat().completions().create(minimal().build()));

    assertThat(adapter.errorType(error)).isNull();
  }

  private static ChatCompletionCreateParams.Builder minimal() {
    return ChatCompletionCreateParams.builder()
        .model("gpt-4.1-mini")
        .addSystemMessage("You are a clerk.")
        .addUserMessage("What is a duty of care?");
  }

  private static List<LlmToolCall> twoCalls() {
    return List.of(
        new LlmToolCall("call_1", "case_search", "{\"query\":\"duty of care\"}"),
        new LlmToolCall("call_2", "statute_lookup", "{}"));
  }
}
