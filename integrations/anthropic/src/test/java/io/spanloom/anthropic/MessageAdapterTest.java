package io.spanloom.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import com.anthropic.core.JsonValue;
import com.anthropic.core.ObjectMappers;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.MessageParam;
import com.anthropic.models.messages.Tool;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.spanloom.llm.LlmAdapter;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmPart;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.LlmStreamAdapter;
import io.spanloom.llm.LlmTool;
import io.spanloom.llm.LlmToolCall;
import io.spanloom.result.ResultWrapper;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** The SDK's types as the API reference describes their contents. */
class MessageAdapterTest {

  private final MessageAdapter adapter = new MessageAdapter();

  @Test
  void adaptersAreFoundAsServices() {
    assertThat(ServiceLoader.load(LlmAdapter.class))
        .hasAtLeastOneElementOfType(MessageAdapter.class)
        .hasAtLeastOneElementOfType(BetaMessageAdapter.class);
    assertThat(ServiceLoader.load(LlmStreamAdapter.class))
        .hasAtLeastOneElementOfType(StreamAdapter.class)
        .hasAtLeastOneElementOfType(BetaStreamAdapter.class);
    assertThat(ServiceLoader.load(ResultWrapper.class))
        .hasAtLeastOneElementOfType(StreamResponseWrapper.class)
        .hasAtLeastOneElementOfType(AsyncStreamResponseWrapper.class);
  }

  /** The SDK had members for the sampling parameters once; newer versions let them through. */
  @Test
  void readsRequestParameters() {
    LlmRequest request =
        adapter.request(
            Clerk.question()
                .addStopSequence("END")
                .putAdditionalBodyProperty("temperature", JsonValue.from(0.2))
                .putAdditionalBodyProperty("top_p", JsonValue.from(0.9))
                .putAdditionalBodyProperty("top_k", JsonValue.from(40))
                .putAdditionalBodyProperty(
                    "output_config",
                    JsonValue.from(
                        Map.of("effort", "low", "format", Map.of("type", "json_schema"))))
                .build());

    assertThat(request.provider()).isEqualTo("anthropic");
    assertThat(request.model()).isEqualTo("claude-sonnet-4-20250514");
    assertThat(request.maxTokens()).isEqualTo(800);
    assertThat(request.stopSequences()).containsExactly("END");
    assertThat(request.temperature()).isEqualTo(0.2);
    assertThat(request.topP()).isEqualTo(0.9);
    assertThat(request.topK()).isEqualTo(40);
    assertThat(request.reasoningLevel()).isEqualTo("low");
    assertThat(request.outputType()).isEqualTo("json");
  }

  @Test
  void leavesOutWhatTheRequestDoesNotSay() {
    LlmRequest request = adapter.request(Clerk.question().build());

    assertThat(request.temperature()).isNull();
    assertThat(request.topK()).isNull();
    assertThat(request.reasoningLevel()).isNull();
    assertThat(request.outputType()).isNull();
    assertThat(request.stopSequences()).isEmpty();
    assertThat(request.tools()).isEmpty();
  }

  @Test
  void readsConversationWithToolResults() {
    MessageCreateParams next =
        Clerk.question()
            .addMessage(message(AnthropicResponses.TOOL_CALLS))
            .addMessage(
                text(
                    Map.of("type", "tool_result", "tool_use_id", "toolu_01", "content", "Two."),
                    Map.of(
                        "type",
                        "tool_result",
                        "tool_use_id",
                        "toolu_02",
                        "content",
                        List.of(text("One"), text("case."))),
                    text("Go on."),
                    text("Hurry.")))
            .build();

    assertThat(adapter.request(next).messages())
        .containsExactly(
            LlmMessage.of("system", "You are a clerk."),
            LlmMessage.of("user", "What is a duty of care?"),
            turn(),
            LlmMessage.toolResult("toolu_01", "Two."),
            LlmMessage.toolResult("toolu_02", "One\ncase."),
            LlmMessage.of("user", "Go on.\nHurry."));
  }

  @Test
  void readsToolDefinitions() {
    MessageCreateParams request =
        Clerk.question()
            .addTool(
                Tool.builder()
                    .name("case_search")
                    .description("Searches cases.")
                    .inputSchema(
                        Tool.InputSchema.builder()
                            .putAdditionalProperty("required", JsonValue.from(List.of("query")))
                            .build())
                    .build())
            .build();

    assertThat(adapter.request(request).tools())
        .containsExactly(
            new LlmTool(
                "case_search",
                "Searches cases.",
                "{\"type\":\"object\",\"required\":[\"query\"]}"));
  }

  @Test
  void readsResponse() {
    LlmResponse response = adapter.response(message(AnthropicResponses.TOOL_CALLS));

    assertThat(response.messages()).containsExactly(turn());
    assertThat(response.messages().get(0).text()).isEqualTo("I will look that up.");
  }

  /** What the provider runs itself, no tool of the program will ever answer. */
  @Test
  void leavesTheProvidersOwnToolsToTheProvider() {
    Message message =
        message(
            """
            {"role": "assistant", "content": [
              {"type": "server_tool_use", "id": "srvtoolu_1", "name": "web_search", "input": {}},
              {"type": "text", "text": "It is "}, {"type": "text", "text": "so."}]}
            """);

    LlmMessage said = adapter.response(message).messages().get(0);
    assertThat(said.text()).isEqualTo("It is so.");
    assertThat(said.toolCalls()).isEmpty();
    assertThat(said.parts()).contains(new LlmPart.ServerToolCall("srvtoolu_1", "web_search", "{}"));
  }

  @Test
  void readsWhatIsThereOfASparseResponse() {
    LlmResponse response =
        adapter.response(message("{\"content\": [{\"type\": \"text\", \"text\": \"Hello\"}]}"));

    assertThat(response.id()).isNull();
    assertThat(response.model()).isNull();
    assertThat(response.finishReasons()).isEmpty();
    assertThat(response.usage()).isNull();
    assertThat(response.messages()).containsExactly(LlmMessage.of("assistant", "Hello"));
  }

  private static Map<String, String> text(String text) {
    return Map.of("type", "text", "text", text);
  }

  private static MessageParam text(Map<?, ?>... blocks) {
    JsonValue message = JsonValue.from(Map.of("role", "user", "content", List.of(blocks)));
    return Objects.requireNonNull(message.convert(MessageParam.class));
  }

  private static Message message(String json) {
    try {
      return ObjectMappers.jsonMapper().readValue(json, Message.class);
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(malformed);
    }
  }

  /** The thinking is not what the model said. */
  private static LlmMessage turn() {
    return LlmMessage.inParts(
        "assistant",
        List.of(
            new LlmPart.Reasoning("Two searches and a statute.", "c2ln"),
            new LlmPart.Text("I will look that up.")),
        threeCalls(),
        "");
  }

  private static List<LlmToolCall> threeCalls() {
    return List.of(
        new LlmToolCall("toolu_01", "case_search", "{\"query\":\"duty of care\"}"),
        new LlmToolCall("toolu_02", "case_search", "{\"query\":\"negligence\"}"),
        new LlmToolCall("toolu_03", "statute_lookup", "{}"));
  }
}
