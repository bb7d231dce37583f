package io.spanloom.anthropic;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.http.AsyncStreamResponse;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.AnthropicException;
import com.anthropic.errors.AnthropicIoException;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.spanloom.integrations.testing.ReplayServer;
import io.spanloom.integrations.testing.Reply;
import io.spanloom.llm.LlmToolCall;
import io.spanloom.llm.StreamedResponse;
import io.spanloom.testing.RecordedSpans;
import io.spanloom.testing.SpanloomExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A traced agent that reads the model's answers event by event. */
@ExtendWith(SpanloomExtension.class)
class TracedStreamTest {

  private static final String CHAT = "chat claude-sonnet-4-20250514";
  private static final Duration SOON = Duration.ofSeconds(20);

  @AutoClose private final ReplayServer server = new ReplayServer();

  @AutoClose("close")
  private final AnthropicClient client =
      AnthropicOkHttpClient.builder().baseUrl(server.url()).apiKey("test").maxRetries(0).build();

  private final Clerk clerk = new Clerk(client);

  @Test
  void toolsCarryTheIdsOfAStreamsToolCalls(RecordedSpans recorded) {
    server.replies(
        AnthropicResponses.events(AnthropicResponses.STREAMED_TOOL_CALLS),
        AnthropicResponses.events(AnthropicResponses.STREAMED_TEXT));

    assertThat(clerk.answerStreaming()).isEqualTo("A duty not to harm.");

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
    root.child("execute_tool case_search", 1).hasToolCallId("toolu_02").isLinkedTo(CHAT);
    root.child("execute_tool statute_lookup").hasToolCallId("toolu_03");
  }

  @Test
  void usageIsThatOfTheLastEvent(RecordedSpans recorded) {
    server.replies(AnthropicResponses.events(AnthropicResponses.STREAMED_TOOL_CALLS));

    try (var events = clerk.stream(Clerk.question().build())) {
      assertThat(events.stream().count())
          .isEqualTo(AnthropicResponses.STREAMED_TOOL_CALLS.size() - 1);
    }

    assertThat(recorded.trace())
        .hasSpan(CHAT)
        .hasAttribute("gen_ai.response.id", "msg_01")
        .hasAttribute("gen_ai.response.finish_reasons", List.of("tool_use"))
        .hasAttribute("gen_ai.usage.input_tokens", 120L)
        .hasAttribute("gen_ai.usage.output_tokens", 45L)
        .hasAttribute("gen_ai.usage.cache_read.input_tokens", 64L)
        .hasAttribute("gen_ai.usage.cache_creation.input_tokens", 36L)
        .hasAttribute("gen_ai.response.time_to_first_chunk")
        .hasAttribute("llm.cost.total", 889.2 / 1_000_000)
        .hasNoAttribute("spanloom.end");
  }

  /** Blocks without deltas, with an empty one, and with the input where it begins. */
  @Test
  void callsComeInSeveralForms() {
    List<String> events = new ArrayList<>(AnthropicResponses.STREAMED_TOOL_CALLS.subList(0, 1));
    events.add(toolUse(0, "{}"));
    events.add(
        "{\"type\":\"content_block_delta\",\"index\":0,"
            + "\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"\"}}");
    events.add("{\"type\":\"content_block_stop\",\"index\":0}");
    events.add(toolUse(1, "{}"));
    events.add("{\"type\":\"content_block_stop\",\"index\":1}");
    events.add(toolUse(2, "{\"a\":1}"));
    events.add("{\"type\":\"content_block_stop\",\"index\":2}");
    StreamedResponse response = new StreamedResponse(100);
    for (String event : events) {
      StreamEvents.read(tree(event), response);
    }

    assertThat(response.takeToolCalls())
        .containsExactly(
            new LlmToolCall("toolu_0", "lookup", "{}"),
            new LlmToolCall("toolu_1", "lookup", "{}"),
            new LlmToolCall("toolu_2", "lookup", "{\"a\":1}"));
  }

  private static String toolUse(int index, String input) {
    return "{\"type\":\"content_block_start\",\"index\":%1$d,\"content_block\":{\"type\":\"tool_use\",\"id\":\"toolu_%1$d\",\"name\":\"lookup\",\"input\":%2$s}}"
        .formatted(index, input);
  }

  private static JsonNode tree(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(malformed);
    }
  }

  /** How much of the rest the client still gets is chance. */
  @Test
  void aStreamThatBreaksOffFails(RecordedSpans recorded) {
    server.replies(
        AnthropicResponses.events(AnthropicResponses.STREAMED_TOOL_CALLS.subList(0, 9)).broken());

    try (var events = clerk.stream(Clerk.question().build())) {
      assertThatThrownBy(() -> events.stream().forEach(event -> {}))
          .isInstanceOf(AnthropicException.class);
    }

    assertThat(recorded.trace())
        .hasSpan(CHAT)
        .hasFailedWith(AnthropicIoException.class)
        .hasNoAttribute("gen_ai.usage.output_tokens")
        .hasNoAttribute("gen_ai.response.finish_reasons")
        .hasNoAttribute("llm.output_messages.0.message.tool_calls.0.tool_call.id");
  }

  @Test
  void aStreamMayEndInTheProvidersError(RecordedSpans recorded) {
    List<String> events = new ArrayList<>(AnthropicResponses.STREAMED_TOOL_CALLS.subList(0, 4));
    events.add(AnthropicResponses.OVERLOADED);
    server.replies(AnthropicResponses.events(events));

    try (var stream = clerk.stream(Clerk.question().build())) {
      assertThatThrownBy(() -> stream.stream().forEach(event -> {}))
          .isInstanceOf(AnthropicException.class);
    }

    assertThat(recorded.trace()).hasSpan(CHAT).hasFailedWith("overloaded_error");
  }

  @Test
  void aCallerMayLoseInterest(RecordedSpans recorded) {
    server.replies(AnthropicResponses.events(AnthropicResponses.STREAMED_TOOL_CALLS));

    try (StreamResponse<RawMessageStreamEvent> events = clerk.stream(Clerk.question().build())) {
      assertThat(events.stream().iterator().next().isMessageStart()).isTrue();
    }

    assertThat(recorded.trace())
        .hasSpan(CHAT)
        .hasNotFailed()
        .hasAttribute("spanloom.end", "cancelled")
        .hasAttribute("spanloom.stream.chunks", 1L)
        .hasAttribute("gen_ai.usage.input_tokens", 120L)
        .hasNoAttribute("gen_ai.usage.output_tokens");
  }

  @Test
  void handlersGetWhatTheSpanRecords(RecordedSpans recorded) throws InterruptedException {
    server.replies(AnthropicResponses.events(AnthropicResponses.STREAMED_TOOL_CALLS));
    List<RawMessageStreamEvent> seen = new ArrayList<>();

    clerk.streamLater(Clerk.question().build()).subscribe(seen::add).onCompleteFuture().join();

    assertThat(seen).hasSize(AnthropicResponses.STREAMED_TOOL_CALLS.size() - 1);
    assertThat(recorded.awaitSpans(1, SOON).trace())
        .hasSpan(CHAT)
        .hasAttribute("gen_ai.usage.input_tokens", 120L)
        .hasAttribute("gen_ai.usage.output_tokens", 45L)
        .hasAttribute("llm.output_messages.0.message.tool_calls.2.tool_call.id", "toolu_03");
  }

  @Test
  void handlersReceiveErrors(RecordedSpans recorded) throws InterruptedException {
    server.replies(Reply.json(429, AnthropicResponses.RATE_LIMITED));
    CompletableFuture<Throwable> failure = new CompletableFuture<>();

    clerk
        .streamLater(Clerk.question().build())
        .subscribe(
            new AsyncStreamResponse.Handler<>() {
              @Override
              public void onNext(RawMessageStreamEvent event) {}

              @Override
              public void onComplete(Optional<Throwable> error) {
                failure.complete(error.orElseThrow());
              }
            });

    assertThat(failure.join()).isInstanceOfAny(AnthropicException.class, CompletionException.class);
    assertThat(recorded.awaitSpans(1, SOON).trace())
        .hasSpan(CHAT)
        .hasFailedWith("rate_limit_error");
  }
}
