package io.spanloom.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.spanloom.integrations.testing.ReplayServer;
import io.spanloom.integrations.testing.Reply;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.LlmToolCall;
import io.spanloom.llm.TokenUsage;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Anthropic tells in its own way, read by LangChain4j's client from HTTP. */
class AnthropicTest {

  private static final String MESSAGE =
      """
      {
        "id": "msg_1", "type": "message", "role": "assistant", "model": "claude-sonnet-4-20250514",
        "content": [
          {"type": "tool_use", "id": "toolu_1", "name": "case_search", "input": {"query": "care"}}
        ],
        "stop_reason": "tool_use", "stop_sequence": null,
        "usage": {
          "input_tokens": 20, "output_tokens": 30,
          "cache_creation_input_tokens": 100, "cache_read_input_tokens": 400
        }
      }
      """;

  @AutoClose private final ReplayServer server = new ReplayServer();

  @BeforeEach
  void moduleIsThere() {
    assumeThatCode(() -> Class.forName("dev.langchain4j.model.anthropic.AnthropicTokenUsage"))
        .doesNotThrowAnyException();
  }

  @Test
  void cachedTokensArePartOfTheInput() {
    server.replies(Reply.json(MESSAGE));
    ChatModel model =
        AnthropicChatModel.builder()
            .baseUrl(server.url() + "/v1")
            .apiKey("test")
            .modelName("claude-sonnet-4-20250514")
            .maxRetries(0)
            .build();
    ChatRequest request = ChatRequest.builder().messages(UserMessage.from("Hello")).build();

    LlmResponse response = new ChatAdapter().response(model.chat(request));

    assertThat(response.usage()).isEqualTo(new TokenUsage(520L, 30L, 400L, 100L, null));
    assertThat(response.messages().get(0).toolCalls())
        .extracting(LlmToolCall::id)
        .containsExactly("toolu_1");
  }
}
