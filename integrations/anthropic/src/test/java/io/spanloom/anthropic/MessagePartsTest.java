package io.spanloom.anthropic;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.spanloom.SpanloomOptions;
import io.spanloom.content.ContentMode;
import io.spanloom.integrations.testing.ReplayServer;
import io.spanloom.integrations.testing.Reply;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmPart;
import io.spanloom.llm.LlmToolCall;
import io.spanloom.testing.SpanloomExtension;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Thinking, images, documents and tools that the provider runs itself. */
class MessagePartsTest {

  private static final String PARTS = "llm.output_messages.0.message.contents.";

  @RegisterExtension
  final SpanloomExtension spanloom =
      SpanloomExtension.with(SpanloomOptions.builder().content(ContentMode.SPAN_ONLY).build());

  @AutoClose private final ReplayServer server = new ReplayServer();

  @AutoClose("close")
  private final AnthropicClient client =
      AnthropicOkHttpClient.builder().baseUrl(server.url()).apiKey("test").maxRetries(0).build();

  private final Clerk clerk = new Clerk(client);

  @Test
  void thinkingIsReasoning() {
    server.replies(Reply.json(AnthropicResponses.TOOL_CALLS));

    clerk.ask(Clerk.question().build());

    assertThat(spanloom.trace())
        .hasRoot("chat claude-sonnet-4-20250514")
        .hasAttribute("output.value", "I will look that up.")
        .hasAttribute(PARTS + "0.message_content.type", "reasoning")
        .hasAttribute(PARTS + "0.message_content.text", "Two searches and a statute.")
        .hasAttribute(PARTS + "0.message_content.signature", "c2ln")
        .hasAttribute(PARTS + "1.message_content.text", "I will look that up.")
        .hasAttribute("llm.output_messages.0.message.tool_calls.0.tool_call.id", "toolu_01");
  }

  @Test
  void streamedThinkingIsPutTogether() {
    server.replies(
        AnthropicResponses.events(
            List.of(
                AnthropicResponses.STREAMED_TEXT.get(0),
                block("{\"type\": \"thinking\", \"thinking\": \"\", \"signature\": \"\"}"),
                delta("{\"type\": \"thinking_delta\", \"thinking\": \"Look \"}"),
                delta("{\"type\": \"thinking_delta\", \"thinking\": \"it up.\"}"),
                delta("{\"type\": \"signature_delta\", \"signature\": \"c2ln\"}"),
                block("{\"type\": \"redacted_thinking\", \"data\": \"aGlkZGVu\"}"),
                block(
                    "{\"type\": \"server_tool_use\", \"id\": \"srv_1\", \"name\": \"web_search\","
                        + " \"input\": {}}"),
                delta("{\"type\": \"text_delta\", \"text\": \"Two.\"}"),
                AnthropicResponses.STREAMED_TEXT.get(4))));

    try (var events = clerk.stream(Clerk.question().build())) {
      events.stream().forEach(event -> {});
    }

    assertThat(spanloom.trace())
        .hasRoot("chat claude-sonnet-4-20250514")
        .hasAttribute(PARTS + "0.message_content.text", "Look it up.")
        .hasAttribute(PARTS + "0.message_content.signature", "c2ln")
        .hasAttribute(PARTS + "1.message_content.data", "aGlkZGVu")
        .hasAttribute(PARTS + "2.tool_call.id", "srv_1")
        .hasAttribute(PARTS + "3.message_content.text", "Two.")
        .hasAttribute("output.value", "Two.");
  }

  @Test
  void imagesAndDocumentsAreGiven() {
    List<LlmMessage> messages =
        read(
            """
            {"role": "user", "content": [
              {"type": "tool_result", "tool_use_id": "toolu_01", "content": [
                {"type": "text", "text": "See."},
                {"type": "image", "source": {"type": "url", "url": "https://example.org/a.png"}}]},
              {"type": "image", "source":
                {"type": "base64", "media_type": "image/png", "data": "iVBO"}},
              {"type": "document", "source":
                {"type": "base64", "media_type": "application/pdf", "data": "JVBE"}},
              {"type": "document", "source": {"type": "file", "file_id": "file_1"}},
              {"type": "document", "source":
                {"type": "text", "media_type": "text/plain", "data": "Once."}},
              {"type": "hologram", "depth": 3}]}
            """);

    assertThat(messages.get(0))
        .isEqualTo(
            LlmMessage.toolResultInParts(
                "toolu_01",
                List.of(
                    new LlmPart.Text("See."),
                    new LlmPart.Uri("image", null, "https://example.org/a.png"))));
    List<LlmPart> parts = messages.get(1).parts();
    assertThat(((LlmPart.Blob) parts.get(0)).base64().get()).isEqualTo("iVBO");
    assertThat(((LlmPart.Blob) parts.get(1)).mimeType()).isEqualTo("application/pdf");
    assertThat(parts.subList(2, 5))
        .containsExactly(
            new LlmPart.FileRef("file", null, "file_1"),
            new LlmPart.Text("Once."),
            new LlmPart.Other("hologram", "{\"type\":\"hologram\",\"depth\":3}"));
  }

  @Test
  void toolsOfTheProviderAreNoneOfTheProgram() {
    LlmMessage answer =
        Contents.assistantMessage(
            json(
                """
                [{"type": "server_tool_use", "id": "srv_1", "name": "web_search",
                  "input": {"query": "books"}},
                 {"type": "web_search_tool_result", "tool_use_id": "srv_1",
                  "content": [{"type": "web_search_result", "url": "https://example.org"}]},
                 {"type": "tool_use", "id": "toolu_1", "name": "search", "input": {}}]
                """));

    assertThat(answer.parts())
        .containsExactly(
            new LlmPart.ServerToolCall("srv_1", "web_search", "{\"query\":\"books\"}"),
            new LlmPart.ServerToolResult(
                "srv_1",
                "web_search",
                "[{\"type\":\"web_search_result\",\"url\":\"https://example.org\"}]"));
    assertThat(answer.toolCalls()).containsExactly(new LlmToolCall("toolu_1", "search", "{}"));
  }

  private static String block(String block) {
    return "{\"type\": \"content_block_start\", \"index\": 0, \"content_block\": " + block + "}";
  }

  private static String delta(String delta) {
    return "{\"type\": \"content_block_delta\", \"index\": 0, \"delta\": " + delta + "}";
  }

  private static List<LlmMessage> read(String message) {
    List<LlmMessage> messages = new ArrayList<>();
    Contents.read(json(message), messages);
    return messages;
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException notJson) {
      throw new AssertionError(notJson);
    }
  }
}
