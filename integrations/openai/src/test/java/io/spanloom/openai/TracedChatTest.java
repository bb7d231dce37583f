package io.spanloom.openai;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.errors.RateLimitException;
import io.spanloom.integrations.testing.ReplayServer;
import io.spanloom.integrations.testing.Reply;
import io.spanloom.testing.RecordedSpans;
import io.spanloom.testing.SpanloomExtension;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A traced agent that talks to the endpoint through the SDK. */
@ExtendWith(SpanloomExtension.class)
class TracedChatTest {

  private static final String TEXT =
      """
      {
        "id": "chatcmpl-2", "object": "chat.completion", "created": 1760000001,
        "model": "gpt-4.1-mini-2025-04-14",
        "choices": [{
          "index": 0, "finish_reason": "stop", "logprobs": null,
          "message": {"role": "assistant", "content": "A duty not to harm.", "refusal": null}
        }],
        "usage": {"prompt_tokens": 190, "completion_tokens": 12, "total_tokens": 202}
      }
      """;

  @AutoClose private final ReplayServer server = new ReplayServer();

  @AutoClose("close")
  private final OpenAIClient client =
      OpenAIOkHttpClient.builder()
          .baseUrl(server.url() + "/v1")
          .apiKey("test")
          .maxRetries(0)
          .build();

  private final Clerk clerk = new Clerk(client);

  @Test
  void toolsCarryTheIdsOfTheirToolCalls(RecordedSpans recorded) {
    server.replies(Reply.json(ChatCompletionAdapterTest.TOOL_CALLS), Reply.json(TEXT));

    clerk.answer("What is a duty of care?");

    assertThat(recorded.trace())
        .everyToolHasItsCallId()
        .hasNoContent()
        .hasTree(
            """
            invoke_agent clerk
              chat gpt-4.1-mini
              execute_tool case_search
              execute_tool statute_lookup ERROR
              chat gpt-4.1-mini
            """);
  }

  @Test
  void errorsHaveTheProvidersCode(RecordedSpans recorded) {
    server.replies(Reply.json(429, ChatCompletionAdapterTest.RATE_LIMITED));

    assertThatThrownBy(() -> clerk.answer("What is a duty of care?"))
        .isInstanceOf(RateLimitException.class);

    assertThat(recorded.trace()).hasSpan("chat gpt-4.1-mini").hasFailedWith("rate_limit_exceeded");
  }
}
