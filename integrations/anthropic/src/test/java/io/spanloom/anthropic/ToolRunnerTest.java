package io.spanloom.anthropic;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.errors.RateLimitException;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.spanloom.integrations.testing.ReplayServer;
import io.spanloom.integrations.testing.Reply;
import io.spanloom.testing.RecordedSpans;
import io.spanloom.testing.SpanloomExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** Loops that the SDK runs, with the global instance set, so that the SDK would trace them too. */
@ExtendWith(SpanloomExtension.class)
@EnabledIf("hasInterceptors")
class ToolRunnerTest {

  private static final String CHAT = "chat claude-sonnet-4-20250514";
  private static final String TREE =
      """
      invoke_agent clerk
        chat claude-sonnet-4-20250514
        execute_tool case_search
        execute_tool case_search
        execute_tool statute_lookup ERROR
        chat claude-sonnet-4-20250514
      """;

  @AutoClose private final ReplayServer server = new ReplayServer();

  @AutoClose("close")
  private final AnthropicClient client =
      AnthropicOkHttpClient.builder().baseUrl(server.url()).apiKey("test").maxRetries(0).build();

  /** The oldest version has neither interceptors nor loops of its own. */
  static boolean hasInterceptors() {
    try {
      Class.forName("com.anthropic.core.http.Interceptor");
      return true;
    } catch (ClassNotFoundException older) {
      return false;
    }
  }

  @BeforeEach
  void setGlobalInstance(RecordedSpans recorded) {
    GlobalOpenTelemetry.resetForTest();
    GlobalOpenTelemetry.set(recorded.openTelemetry());
  }

  @AfterEach
  void resetGlobalInstance() {
    GlobalOpenTelemetry.resetForTest();
  }

  @Test
  void eachTurnAndEachToolHasItsSpan(RecordedSpans recorded) {
    server.replies(Reply.json(AnthropicResponses.TOOL_CALLS), Reply.json(AnthropicResponses.TEXT));

    assertThat(new ToolLoop(Traced.client(client)).answer()).isEqualTo(2);

    assertLoop(recorded);
  }

  @Test
  void streamedTurnsAreReadAlike(RecordedSpans recorded) {
    server.replies(
        AnthropicResponses.events(AnthropicResponses.STREAMED_TOOL_CALLS),
        AnthropicResponses.events(AnthropicResponses.STREAMED_TEXT));

    assertThat(new ToolLoop(Traced.client(client)).answerStreaming()).isPositive();

    assertLoop(recorded);
  }

  private static void assertLoop(RecordedSpans recorded) {
    assertThat(recorded.trace()).everyToolHasItsCallId().hasNoContent().hasTree(TREE);
    var root = assertThat(recorded.trace()).hasRoot("invoke_agent clerk");
    root.child("execute_tool case_search", 0).hasToolCallId("toolu_01").isLinkedTo(CHAT);
    root.child("execute_tool case_search", 1).hasToolCallId("toolu_02").isLinkedTo(CHAT);
    root.child("execute_tool statute_lookup").hasToolCallId("toolu_03").isLinkedTo(CHAT);
    root.child(CHAT, 0)
        .hasAttribute("gen_ai.usage.input_tokens", 120L)
        .hasAttribute("gen_ai.usage.output_tokens", 45L);
    root.child(CHAT, 1)
        .hasAttribute("gen_ai.usage.input_tokens", 190L)
        .hasAttribute("gen_ai.usage.output_tokens", 12L);
  }

  /** The method's span is the call's: neither the client's nor the SDK's comes on top. */
  @Test
  void anAnnotatedMethodsCallHasOneSpan(RecordedSpans recorded) {
    server.replies(Reply.json(AnthropicResponses.TEXT));

    new Clerk(Traced.client(client)).ask(Clerk.question().build());

    assertThat(recorded.trace()).hasTree("chat claude-sonnet-4-20250514\n");
  }

  /** What happens without {@link Traced}: the SDK's span repeats the method's. */
  @Test
  void anUntracedClientMakesASpanOfItsOwn(RecordedSpans recorded) {
    server.replies(Reply.json(AnthropicResponses.TEXT));

    new Clerk(client).ask(Clerk.question().build());

    assertThat(recorded.spans()).hasSize(2);
  }

  @Test
  void errorsHaveTheProvidersType(RecordedSpans recorded) {
    server.replies(Reply.json(429, AnthropicResponses.RATE_LIMITED));

    assertThatThrownBy(() -> new ToolLoop(Traced.client(client)).answer())
        .isInstanceOf(RateLimitException.class);

    assertThat(recorded.trace()).hasSpan(CHAT).hasFailedWith("rate_limit_error");
  }
}
