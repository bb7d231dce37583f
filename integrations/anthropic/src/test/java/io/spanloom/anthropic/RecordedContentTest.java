package io.spanloom.anthropic;

import static io.spanloom.testing.SpanloomAssertions.assertThat;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import io.spanloom.SpanloomOptions;
import io.spanloom.content.ContentMode;
import io.spanloom.integrations.testing.ReplayServer;
import io.spanloom.integrations.testing.Reply;
import io.spanloom.testing.SpanloomExtension;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is said, where that is wanted on spans. */
class RecordedContentTest {

  @RegisterExtension
  final SpanloomExtension spanloom =
      SpanloomExtension.with(SpanloomOptions.builder().content(ContentMode.SPAN_ONLY).build());

  @AutoClose private final ReplayServer server = new ReplayServer();

  @AutoClose("close")
  private final AnthropicClient client =
      AnthropicOkHttpClient.builder().baseUrl(server.url()).apiKey("test").maxRetries(0).build();

  private final Clerk clerk = new Clerk(client);

  @Test
  void messagesAreRecordedRedacted() {
    server.replies(
        Reply.json(AnthropicResponses.TEXT.replace("not to harm", "of jane@example.com")));

    clerk.ask(Clerk.question().addUserMessage("I am joe@example.com").build());

    assertThat(spanloom.trace())
        .doesNotMention("joe@example.com")
        .doesNotMention("jane@example.com")
        .hasRoot("chat claude-sonnet-4-20250514")
        .hasAttribute("llm.input_messages.0.message.content", "You are a clerk.")
        .hasAttribute("llm.input_messages.1.message.content", "What is a duty of care?")
        .hasAttribute("llm.output_messages.0.message.role", "assistant");
  }

  /** The pieces add up to what the answer in one piece says. */
  @Test
  void streamedMessagesAreRecordedWhole() {
    server.replies(AnthropicResponses.events(AnthropicResponses.STREAMED_TOOL_CALLS));

    try (var events = clerk.stream(Clerk.question().build())) {
      events.stream().forEach(event -> {});
    }

    assertThat(spanloom.trace())
        .hasRoot("chat claude-sonnet-4-20250514")
        .hasAttribute("llm.output_messages.0.message.content", "I will look that up.")
        .hasAttribute(
            "llm.output_messages.0.message.tool_calls.0.tool_call.function.arguments",
            "{\"query\":\"duty of care\"}");
  }
}
