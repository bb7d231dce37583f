package io.spanloom.anthropic;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.models.messages.StructuredMessageCreateParams;
import io.spanloom.Spans;
import io.spanloom.integrations.testing.ReplayServer;
import io.spanloom.integrations.testing.Reply;
import io.spanloom.testing.SpanloomExtension;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Answers that a class describes, with versions of the SDK that have them. */
class StructuredMessageTest {

  @RegisterExtension final SpanloomExtension spanloom = SpanloomExtension.create();

  @AutoClose private final ReplayServer server = new ReplayServer();

  @AutoClose("close")
  private final AnthropicClient client =
      AnthropicOkHttpClient.builder().baseUrl(server.url()).apiKey("test").maxRetries(0).build();

  /** What is asked for. */
  public static class Duty {
    public String text = "";
  }

  @BeforeAll
  static void theSdkHasThem() {
    boolean there;
    try {
      Class.forName("com.anthropic.models.messages.StructuredMessageCreateParams");
      there = true;
    } catch (ClassNotFoundException older) {
      there = false;
    }
    assumeTrue(there, "Structured messages are newer than this SDK");
  }

  @Test
  void requestAndResponseAreRead() {
    server.replies(Reply.json(AnthropicResponses.TOOL_CALLS));
    Object request = Clerk.question().outputConfig(Duty.class).build();

    Spans.llmCall(null, null)
        .request(request)
        .call(() -> (Object) client.messages().create((StructuredMessageCreateParams<?>) request));

    assertThat(spanloom.trace())
        .hasRoot("chat claude-sonnet-4-20250514")
        .hasAttribute("gen_ai.provider.name", "anthropic")
        .hasAttribute("gen_ai.output.type", "json")
        .hasAttribute("gen_ai.usage.input_tokens", 120L)
        .hasAttribute("llm.output_messages.0.message.tool_calls.0.tool_call.id", "toolu_01");
  }
}
