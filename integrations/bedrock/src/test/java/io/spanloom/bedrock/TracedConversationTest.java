package io.spanloom.bedrock;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spanloom.integrations.testing.ReplayServer;
import io.spanloom.testing.RecordedSpans;
import io.spanloom.testing.SpanloomExtension;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.BedrockRuntimeException;
import software.amazon.awssdk.services.bedrockruntime.model.ThrottlingException;
import software.amazon.awssdk.services.bedrockruntime.model.TokenUsage;

/** A traced agent that talks to Bedrock through the SDK. */
@ExtendWith(SpanloomExtension.class)
class TracedConversationTest {

  private static final String CHAT = "chat " + Clerk.MODEL;

  /** The oldest SDK drops what it does not know of a response. */
  private static final boolean KNOWS_CACHE =
      Arrays.stream(TokenUsage.class.getMethods())
          .anyMatch(method -> method.getName().equals("cacheReadInputTokens"));

  private static final Duration SOON = Duration.ofSeconds(20);

  @AutoClose private final ReplayServer server = new ReplayServer();
  @AutoClose private final BedrockRuntimeClient client = Clients.of(server);
  @AutoClose private final BedrockRuntimeAsyncClient async = Clients.async(server);

  private final Clerk clerk = new Clerk(client, async);
  private final Clerk traced = new Clerk(Traced.client(client), Traced.client(async));

  @Test
  void toolsCarryTheIdsOfTheirToolCalls(RecordedSpans recorded) {
    server.replies(BedrockResponses.TOOL_CALLS, BedrockResponses.TEXT);

    assertThat(clerk.answer()).isEqualTo("A duty not to harm.");

    assertAnswer(recorded);
  }

  @Test
  void aTracedClientAddsNoSecondSpan(RecordedSpans recorded) {
    server.replies(BedrockResponses.TOOL_CALLS, BedrockResponses.TEXT);

    assertThat(traced.answer()).isEqualTo("A duty not to harm.");

    assertAnswer(recorded);
  }

  private static void assertAnswer(RecordedSpans recorded) {
    assertThat(recorded.trace())
        .everyToolHasItsCallId()
        .hasNoContent()
        .hasTree(
            """
            invoke_agent clerk
              chat us.anthropic.claude-sonnet-4-20250514-v1:0
              execute_tool case_search
              execute_tool case_search
              chat us.anthropic.claude-sonnet-4-20250514-v1:0
            """);
    var root = assertThat(recorded.trace()).hasRoot("invoke_agent clerk");
    root.child("execute_tool case_search", 0).hasToolCallId("tooluse_01").isLinkedTo(CHAT);
    root.child("execute_tool case_search", 1).hasToolCallId("tooluse_02").isLinkedTo(CHAT);
    root.child(CHAT, 1)
        .hasAttribute("llm.input_messages.3.message.tool_call_id", "tooluse_01")
        .hasAttribute("llm.input_messages.4.message.tool_call_id", "tooluse_02");
  }

  @Test
  void requestsAndResponsesAreRead(RecordedSpans recorded) {
    server.replies(BedrockResponses.TOOL_CALLS);

    clerk.ask(Clerk.question().build());

    assertThat(recorded.trace())
        .hasSpan(CHAT)
        .hasAttribute("gen_ai.provider.name", "aws.bedrock")
        .hasAttribute("gen_ai.request.max_tokens", 800L)
        .hasAttribute("gen_ai.request.temperature", 0.2)
        .hasAttribute("gen_ai.request.stop_sequences", List.of("END"))
        .hasAttribute("gen_ai.response.finish_reasons", List.of("tool_use"))
        .hasAttribute("gen_ai.usage.input_tokens", KNOWS_CACHE ? 120L : 20L)
        .hasAttribute("gen_ai.usage.output_tokens", 45L)
        .hasAttribute("llm.cost.completion", 675.0 / 1_000_000);
  }

  @ParameterizedTest
  @CsvSource({
    "anthropic.claude-sonnet-4-20250514-v1:0",
    "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-sonnet-4-20250514-v1:0",
    "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-sonnet-4-20250514-v1:0",
    "arn:aws-us-gov:bedrock:us-gov-west-1::foundation-model/anthropic.claude-sonnet-4-20250514-v1:0",
  })
  void modelsAreKnownByTheirArn(String model, RecordedSpans recorded) {
    server.replies(BedrockResponses.TEXT);

    clerk.ask(Clerk.question().modelId(model).build());

    assertThat(recorded.trace())
        .hasSpan("chat " + model)
        .hasAttribute("llm.cost.completion", 135.0 / 1_000_000);
  }

  @Test
  void anApplicationsOwnProfileHasNoPrice(RecordedSpans recorded) {
    server.replies(BedrockResponses.TEXT);
    String profile = "arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a1b2c3";

    clerk.ask(Clerk.question().modelId(profile).build());

    assertThat(recorded.trace()).hasSpan("chat " + profile).hasNoAttribute("llm.cost.total");
  }

  @Test
  void errorsHaveTheProvidersType(RecordedSpans recorded) {
    server.replies(BedrockResponses.THROTTLED);

    assertThatThrownBy(() -> clerk.answer()).isInstanceOf(ThrottlingException.class);

    assertThat(recorded.trace()).hasSpan(CHAT).hasFailedWith("ThrottlingException");
  }

  @Test
  void futuresEndTheirSpanWithTheAnswer(RecordedSpans recorded) throws InterruptedException {
    server.replies(BedrockResponses.TEXT);

    clerk.askLater(Clerk.question().build()).join();

    assertThat(recorded.awaitSpans(1, SOON).trace())
        .hasSpan(CHAT)
        .hasAttribute("gen_ai.usage.input_tokens", 190L);
  }

  @Test
  void aTracedClientTracesCallsThatNoMethodIsAnnotatedFor(RecordedSpans recorded)
      throws InterruptedException {
    server.replies(BedrockResponses.TEXT, BedrockResponses.TEXT, BedrockResponses.THROTTLED);

    Traced.client(client).converse(request -> request.modelId(Clerk.MODEL));
    Traced.client(async).converse(request -> request.modelId(Clerk.MODEL)).join();
    assertThatThrownBy(
            () -> Traced.client(async).converse(request -> request.modelId(Clerk.MODEL)).join())
        .isInstanceOf(CompletionException.class);

    assertThat(recorded.awaitSpans(3, SOON).spans())
        .allSatisfy(span -> assertThat(span.getName()).isEqualTo(CHAT));
  }

  @Test
  void streamedAnswersAreReadAndTheirToolCallsTied(RecordedSpans recorded)
      throws InterruptedException {
    server.replies(BedrockResponses.STREAMED_TOOL_CALL);

    assertThat(traced.answerStreaming()).isEqualTo("I will search.Two cases on duty");

    assertThat(recorded.awaitSpans(3, SOON).trace())
        .hasTree(
            """
            invoke_agent clerk
              chat us.anthropic.claude-sonnet-4-20250514-v1:0
              execute_tool case_search
            """);
    var root = assertThat(recorded.trace()).hasRoot("invoke_agent clerk");
    root.child("execute_tool case_search").hasToolCallId("tooluse_03").isLinkedTo(CHAT);
    root.child(CHAT)
        .hasAttribute("gen_ai.response.finish_reasons", List.of("tool_use"))
        .hasAttribute("gen_ai.usage.input_tokens", 100L)
        .hasAttribute("gen_ai.usage.output_tokens", 20L);
  }

  @Test
  void aStreamThatIsThrottledFails(RecordedSpans recorded) throws InterruptedException {
    server.replies(BedrockResponses.STREAMED_THROTTLED);

    assertThatThrownBy(() -> traced.answerStreaming())
        .hasCauseInstanceOf(BedrockRuntimeException.class);

    assertThat(recorded.awaitSpans(2, SOON).trace())
        .hasSpan(CHAT)
        .hasFailedWith("ThrottlingException");
  }
}
