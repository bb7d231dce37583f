package io.spanloom.anthropic;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.errors.RateLimitException;
import com.anthropic.models.beta.messages.MessageCreateParams;
import io.spanloom.integrations.testing.ReplayServer;
import io.spanloom.integrations.testing.Reply;
import io.spanloom.testing.RecordedSpans;
import io.spanloom.testing.SpanloomExtension;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A traced agent that talks to the endpoint through the SDK. */
@ExtendWith(SpanloomExtension.class)
class TracedMessagesTest {

  private static final String CHAT = "chat claude-sonnet-4-20250514";
  private static final Duration SOON = Duration.ofSeconds(20);

  @AutoClose private final ReplayServer server = new ReplayServer();

  @AutoClose("close")
  private final AnthropicClient client =
      AnthropicOkHttpClient.builder().baseUrl(server.url()).apiKey("test").maxRetries(0).build();

  private final Clerk clerk = new Clerk(client);

  @Test
  void toolsCarryTheIdsOfTheirToolCalls(RecordedSpans recorded) {
    server.replies(Reply.json(AnthropicResponses.TOOL_CALLS), Reply.json(AnthropicResponses.TEXT));

    assertThat(clerk.answer()).isEqualTo("A duty not to harm.");

    assertThat(recorded.trace())
        .everyToolHasItsCallId()
        .hasNoContent()
        .hasTree(
            """
            invoke_agent clerk
              chat claude-sonnet-4-20250514
              execute_tool case_search
              execute_tool case_search
              execute_tool statute_lookup ERROR
              chat claude-sonnet-4-20250514
            """);
    var root = assertThat(recorded.trace()).hasRoot("invoke_agent clerk");
    root.child("execute_tool case_search", 0).hasToolCallId("toolu_01").isLinkedTo(CHAT);
    root.child("execute_tool case_search", 1)
        .hasToolCallId("toolu_02")
        .hasAttribute("spanloom.tool_call.correlation", "arguments")
        .isLinkedTo(CHAT);
    root.child("execute_tool statute_lookup").hasToolCallId("toolu_03").isLinkedTo(CHAT);
    root.child(CHAT, 1)
        .hasAttribute("llm.input_messages.3.message.tool_call_id", "toolu_01")
        .hasAttribute("llm.input_messages.5.message.tool_call_id", "toolu_03");
  }

  @Test
  void cachedInputCountsAsInput(RecordedSpans recorded) {
    server.replies(Reply.json(AnthropicResponses.TOOL_CALLS));

    clerk.ask(Clerk.question().build());

    assertThat(recorded.trace())
        .hasSpan(CHAT)
        .hasAttribute("gen_ai.provider.name", "anthropic")
        .hasAttribute("gen_ai.request.max_tokens", 800L)
        .hasAttribute("gen_ai.response.id", "msg_01")
        .hasAttribute("gen_ai.response.model", "claude-sonnet-4-20250514")
        .hasAttribute("gen_ai.response.finish_reasons", List.of("tool_use"))
        .hasAttribute("gen_ai.usage.input_tokens", 120L)
        .hasAttribute("gen_ai.usage.output_tokens", 45L)
        .hasAttribute("gen_ai.usage.cache_read.input_tokens", 64L)
        .hasAttribute("gen_ai.usage.cache_creation.input_tokens", 36L)
        .hasAttribute("gen_ai.usage.reasoning.output_tokens", 7L)
        .hasAttribute("llm.cost.prompt", 2.142e-4)
        .hasAttribute("llm.cost.total", 889.2 / 1_000_000);
  }

  @Test
  void errorsHaveTheProvidersType(RecordedSpans recorded) {
    server.replies(Reply.json(429, AnthropicResponses.RATE_LIMITED));

    assertThatThrownBy(() -> clerk.answer()).isInstanceOf(RateLimitException.class);

    assertThat(recorded.trace()).hasSpan(CHAT).hasFailedWith("rate_limit_error");
  }

  @Test
  void anErrorWithoutATypeHasTheExceptionsType(RecordedSpans recorded) {
    server.replies(Reply.json(429, "{\"error\": \"of a proxy\"}"));

    assertThatThrownBy(() -> clerk.answer()).isInstanceOf(RateLimitException.class);

    assertThat(recorded.trace()).hasSpan(CHAT).hasFailedWith(RateLimitException.class);
  }

  @Test
  void futuresFailWithTheProvidersType(RecordedSpans recorded) throws InterruptedException {
    server.replies(Reply.json(529, AnthropicResponses.OVERLOADED));

    assertThatThrownBy(() -> clerk.askLater(Clerk.question().build()).join())
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(AnthropicServiceException.class);

    assertThat(recorded.awaitSpans(1, SOON).trace())
        .hasSpan(CHAT)
        .hasFailedWith("overloaded_error");
  }

  @Test
  void futuresEndTheirSpanWithTheAnswer(RecordedSpans recorded) throws InterruptedException {
    server.replies(Reply.json(AnthropicResponses.TEXT));

    clerk.askLater(Clerk.question().build()).join();

    assertThat(recorded.awaitSpans(1, SOON).trace())
        .hasSpan(CHAT)
        .hasAttribute("gen_ai.usage.input_tokens", 190L);
  }

  @Test
  void betaFeaturesAreReadAlike(RecordedSpans recorded) {
    server.replies(Reply.json(AnthropicResponses.TOOL_CALLS));

    clerk.askBeta(
        MessageCreateParams.builder()
            .model("claude-sonnet-4-20250514")
            .maxTokens(800)
            .addUserMessage("What is a duty of care?")
            .build());

    assertThat(recorded.trace())
        .hasSpan(CHAT)
        .hasAttribute("gen_ai.request.max_tokens", 800L)
        .hasAttribute("gen_ai.usage.input_tokens", 120L)
        .hasAttribute("llm.output_messages.0.message.tool_calls.2.tool_call.id", "toolu_03");
  }
}
