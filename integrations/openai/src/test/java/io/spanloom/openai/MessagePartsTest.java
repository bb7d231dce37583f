package io.spanloom.openai;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.models.ChatModel;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessageParam;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseInputItem;
import io.spanloom.SpanloomOptions;
import io.spanloom.content.ContentMode;
import io.spanloom.integrations.testing.ReplayServer;
import io.spanloom.integrations.testing.Reply;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmPart;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmTool;
import io.spanloom.llm.LlmToolCall;
import io.spanloom.testing.SpanloomExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Messages in parts, and values that the SDK has no type for. */
@SuppressWarnings({"unchecked", "deprecation"}) // a JSON value is a field of any type
class MessagePartsTest {

  private static final String PARTS = "llm.output_messages.0.message.contents.";

  @RegisterExtension
  static final SpanloomExtension spanloom =
      SpanloomExtension.with(SpanloomOptions.builder().content(ContentMode.SPAN_ONLY).build());

  @AutoClose private final ReplayServer server = new ReplayServer();

  @AutoClose("close")
  private final OpenAIClient client =
      OpenAIOkHttpClient.builder()
          .baseUrl(server.url() + "/v1")
          .apiKey("test")
          .maxRetries(0)
          .build();

  private final Librarian librarian = new Librarian(client);

  @Test
  void chatsGiveImagesSoundAndFiles() {
    LlmRequest request =
        chat(
            """
            [{"role": "user", "content": [
              {"type": "text", "text": "What is this?"},
              {"type": "image_url", "image_url": {"url": "https://example.org/a.png"}},
              {"type": "image_url", "image_url": {"url": "data:image/jpeg;base64,/9j/4A=="}},
              {"type": "input_audio", "input_audio": {"data": "UklG", "format": "mp3"}},
              {"type": "file", "file": {"file_id": "file-1"}},
              {"type": "hologram", "depth": 3}]}]
            """);

    assertThat(request.messages()).hasSize(1);
    assertThat(request.messages().get(0).text()).isEqualTo("What is this?");
    List<LlmPart> parts = request.messages().get(0).parts();
    assertThat(parts.get(1)).isEqualTo(new LlmPart.Uri("image", null, "https://example.org/a.png"));
    assertBlob(parts.get(2), "image", "image/jpeg", "/9j/4A==");
    assertBlob(parts.get(3), "audio", "audio/mpeg", "UklG");
    assertThat(parts.get(4)).isEqualTo(new LlmPart.FileRef("file", null, "file-1"));
    assertThat(parts.get(5))
        .isEqualTo(new LlmPart.Other("hologram", "{\"type\":\"hologram\",\"depth\":3}"));
  }

  @Test
  void responsesGiveImagesSoundAndFiles() {
    List<LlmMessage> messages =
        ResponseItems.messages(
            Json.of(
                json(
                    """
                    [{"role": "user", "content": [
                      {"type": "input_text", "text": "What is this?"},
                      {"type": "input_image", "image_url": "https://example.org/a.png"},
                      {"type": "input_image", "file_id": "file-2"},
                      {"type": "input_file", "file_data": "data:application/pdf;base64,JVBE"},
                      {"type": "input_file", "file_url": "https://example.org/a.pdf"}]},
                     {"type": "computer_call", "id": "cu_1", "call_id": "call_9",
                      "action": {"type": "click", "x": 1}},
                     {"type": "computer_call_output", "call_id": "call_9",
                      "output": {"type": "computer_screenshot", "image_url": "https://e.org/s"}}]
                    """)));

    assertThat(messages).hasSize(3);
    List<LlmPart> parts = messages.get(0).parts();
    assertThat(parts)
        .contains(
            new LlmPart.Uri("image", null, "https://example.org/a.png"),
            new LlmPart.FileRef("image", null, "file-2"),
            new LlmPart.Uri("file", null, "https://example.org/a.pdf"));
    assertBlob(parts.get(3), "file", "application/pdf", "JVBE");
    assertThat(messages.get(1).toolCalls())
        .containsExactly(new LlmToolCall("call_9", "computer", "{\"type\":\"click\",\"x\":1}"));
    assertThat(messages.get(2))
        .isEqualTo(
            LlmMessage.toolResultInParts(
                "call_9", List.of(new LlmPart.Uri("image", null, "https://e.org/s"))));
  }

  @Test
  void refusalsAreSaid() {
    server.replies(
        Reply.json(
            """
            {"id": "c", "model": "gpt-4.1-mini", "choices": [{"index": 0,
             "finish_reason": "stop", "message": {"role": "assistant", "content": null,
             "refusal": "I cannot help with that."}}]}
            """));

    librarian.structured(
        ChatCompletionCreateParams.builder()
            .model("gpt-4.1-mini")
            .addUserMessage("Hi")
            .responseFormat(Book.class)
            .build());

    assertThat(spanloom.trace())
        .hasRoot("chat gpt-4.1-mini")
        .hasAttribute("llm.output_messages.0.message.content", "I cannot help with that.")
        .hasAttribute("output.value", "I cannot help with that.")
        .hasAttribute(
            "gen_ai.output.messages",
            "[{\"role\":\"assistant\",\"parts\":[{\"type\":\"refusal\","
                + "\"content\":\"I cannot help with that.\"}],\"finish_reason\":\"stop\"}]");
  }

  @Test
  void responsesTellReasoningAndProvidersTools() {
    server.replies(
        Reply.json(
            """
            {"id": "r", "status": "completed", "model": "gpt-5-mini", "output": [
              {"type": "reasoning", "id": "rs_1", "encrypted_content": "ZW5j",
               "summary": [{"type": "summary_text", "text": "Look it up."}]},
              {"type": "web_search_call", "id": "ws_1", "status": "completed",
               "action": {"type": "search", "query": "books"}},
              {"type": "code_interpreter_call", "id": "ci_1", "code": "1+1",
               "outputs": [{"type": "logs", "logs": "2"}]},
              {"type": "message", "id": "m", "role": "assistant",
               "content": [{"type": "output_text", "text": "Two.", "annotations": []}]}]}
            """));

    librarian.respond(ResponseCreateParams.builder().model("gpt-5-mini").input("Hi").build());

    assertThat(spanloom.trace())
        .hasRoot("chat gpt-5-mini")
        .hasAttribute("output.value", "Two.")
        .hasAttribute(PARTS + "0.message_content.type", "reasoning")
        .hasAttribute(PARTS + "0.message_content.id", "rs_1")
        .hasAttribute(PARTS + "0.message_content.text", "Look it up.")
        .hasAttribute(PARTS + "0.message_content.encrypted_content", "ZW5j")
        .hasAttribute(PARTS + "1.message_content.type", "tool_use")
        .hasAttribute(PARTS + "1.tool_call.function.name", "web_search")
        .hasAttribute(PARTS + "3.message_content.type", "tool_result")
        .hasAttribute(PARTS + "4.message_content.text", "Two.");
  }

  @Test
  void streamedReasoningComesBeforeTheAnswer() {
    server.replies(
        Reply.events(
            Replies.chunk("{\"role\":\"assistant\",\"reasoning_content\":\"Look \"}", null),
            Replies.chunk("{\"reasoning_content\":\"it up.\"}", null),
            Replies.chunk("{\"content\":\"Two.\"}", null),
            Replies.chunk("{}", "stop"),
            "data: [DONE]"));

    librarian.stream(
        ChatCompletionCreateParams.builder().model("m").addUserMessage("Hi").build(), chunk -> {});

    assertThat(spanloom.trace())
        .hasSpan("chat m")
        .hasAttribute(PARTS + "0.message_content.type", "reasoning")
        .hasAttribute(PARTS + "0.message_content.text", "Look it up.")
        .hasAttribute(PARTS + "1.message_content.text", "Two.")
        .hasAttribute(
            "gen_ai.output.messages",
            "[{\"role\":\"assistant\",\"parts\":[{\"type\":\"reasoning\","
                + "\"content\":\"Look it up.\"},{\"type\":\"text\",\"content\":\"Two.\"}],"
                + "\"finish_reason\":\"stop\"}]");
  }

  /** Each costs itself alone, and what can be read of it is. */
  @Test
  void valuesWithoutTypeAreReadAsJson() {
    LlmRequest request =
        new ChatRequest(
            ChatCompletionCreateParams.builder()
                .model(JsonValue.from("own-model"))
                .temperature(JsonValue.from(1))
                .topP(JsonValue.from("much"))
                .maxCompletionTokens(JsonValue.from(800))
                .seed(JsonValue.from(Map.of()))
                .stop(JsonValue.from("END"))
                .tools(
                    json(
                        """
                        [{"type": "function", "function": {"name": "search",
                          "parameters": {"type": "object"}}},
                         "what is this", {"type": "browser"}]
                        """))
                .messages(
                    json("[{\"role\": \"user\", \"content\": \"Hi\"}, 7, {\"role\": \"oracle\"}]"))
                .build());

    assertThat(request.model()).isEqualTo("own-model");
    assertThat(request.temperature()).isEqualTo(1.0);
    assertThat(request.topP()).isNull();
    assertThat(request.maxTokens()).isEqualTo(800);
    assertThat(request.seed()).isNull();
    assertThat(request.stopSequences()).containsExactly("END");
    assertThat(request.tools())
        .containsExactly(
            new LlmTool("search", null, "{\"type\":\"object\"}"),
            new LlmTool("browser", null, null));
    assertThat(request.messages())
        .containsExactly(LlmMessage.of("user", "Hi"), LlmMessage.of("oracle", (String) null));
  }

  @Test
  void oneMessageWithoutTypeCostsNoOther() {
    LlmRequest request =
        new ChatRequest(
            ChatCompletionCreateParams.builder()
                .model(ChatModel.of("m"))
                .addUserMessage("Hi")
                .addMessage(
                    JsonValue.from(Map.of("role", "narrator", "content", "Once."))
                        .convert(ChatCompletionMessageParam.class))
                .build());

    assertThat(request.messages())
        .containsExactly(LlmMessage.of("user", "Hi"), LlmMessage.of("narrator", "Once."));
  }

  @Test
  void anItemWithoutTypeCostsNoOther() {
    LlmRequest request =
        new ResponsesRequest(
            ResponseCreateParams.builder()
                .inputOfResponse(
                    List.of(
                        JsonValue.from(Map.of("role", "user", "content", "Hi"))
                            .convert(ResponseInputItem.class),
                        json("{\"type\": \"telepathy\", \"thought\": \"Two\"}")
                            .convert(ResponseInputItem.class)))
                .temperature(JsonValue.from("hot"))
                .build());

    assertThat(request.temperature()).isNull();
    assertThat(request.messages().get(0)).isEqualTo(LlmMessage.of("user", "Hi"));
    assertThat(request.messages().get(1).parts().get(0))
        .isEqualTo(new LlmPart.Other("telepathy", "{\"type\":\"telepathy\",\"thought\":\"Two\"}"));
  }

  /** A class as a tool. */
  @Test
  void toolsThatAreClassesAreOffered() {
    ChatCompletionCreateParams params =
        ChatCompletionCreateParams.builder()
            .model("m")
            .addUserMessage("Hi")
            .addTool(Book.class)
            .build();

    assertThat(new ChatRequest(params).tools().get(0).name()).isEqualTo("Book");
    assertThat(new ChatRequest(params).tools().get(0).parametersJson()).contains("\"title\"");
  }

  /** What an answer or a tool is made of. */
  public static class Book {
    public String title = "";
  }

  private static LlmRequest chat(String messages) {
    return new ChatRequest(
        ChatCompletionCreateParams.builder().model("m").messages(json(messages)).build());
  }

  private static JsonValue json(String text) {
    try {
      return JsonValue.fromJsonNode(new ObjectMapper().readTree(text));
    } catch (JsonProcessingException notJson) {
      throw new AssertionError(notJson);
    }
  }

  private static void assertBlob(LlmPart part, String modality, String mimeType, String data) {
    LlmPart.Blob blob = (LlmPart.Blob) part;
    assertThat(blob.modality()).isEqualTo(modality);
    assertThat(blob.mimeType()).isEqualTo(mimeType);
    assertThat(blob.base64().get()).isEqualTo(data);
    assertThat(blob.base64Length()).isEqualTo(data.length());
  }
}
