package io.spanloom.springai;

import static io.spanloom.testing.SpanloomAssertions.assertThat;

import io.spanloom.SpanloomOptions;
import io.spanloom.content.ContentMode;
import io.spanloom.integrations.testing.OpenAiResponses;
import io.spanloom.integrations.testing.ReplayServer;
import io.spanloom.integrations.testing.Reply;
import io.spanloom.testing.SpanloomExtension;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is said is recorded where that is wanted, and redacted even then. */
class ContentTest {

  @RegisterExtension
  static final SpanloomExtension spanloom =
      SpanloomExtension.with(SpanloomOptions.builder().content(ContentMode.SPAN_ONLY).build());

  @AutoClose private final ReplayServer server = new ReplayServer();

  private final Clerk clerk = new Clerk(OpenAi.chatModel(server.url()));

  @Test
  void conversationsAreRecordedRedacted() {
    server.replies(Reply.json(OpenAiResponses.TOOL_CALLS), Reply.json(OpenAiResponses.TEXT));

    clerk.answer("Tell ann@example.org what a duty of care is.");

    assertThat(spanloom.trace()).doesNotMention("ann@example.org");
    assertThat(spanloom.trace())
        .hasRoot("invoke_agent clerk")
        .child("chat gpt-4.1-mini", 1)
        .hasAttribute("llm.input_messages.0.message.role", "user")
        .hasAttribute("llm.input_messages.0.message.content")
        .hasAttribute("llm.input_messages.1.message.tool_calls.1.tool_call.id", "call_2")
        .hasAttribute("llm.input_messages.2.message.role", "tool")
        .hasAttribute("llm.input_messages.2.message.tool_call_id", "call_1")
        .hasAttribute("llm.output_messages.0.message.content", "A duty not to harm.");
  }
}
