package io.spanloom.openai;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.errors.OpenAIException;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseStreamEvent;
import io.opentelemetry.api.common.AttributeKey;
import io.spanloom.SpanloomOptions;
import io.spanloom.content.ContentMode;
import io.spanloom.integrations.testing.ReplayServer;
import io.spanloom.integrations.testing.Reply;
import io.spanloom.testing.SpanloomExtension;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Streamed answers say on their spans what whole ones say. */
@Timeout(60)
class StreamingTest {

  private static final String CHUNKS = "spanloom.stream.chunks";
  private static final String END = "spanloom.end";

  @RegisterExtension
  static final SpanloomExtension spanloom =
      SpanloomExtension.with(SpanloomOptions.builder().content(ContentMode.SPAN_ONLY).build());

  @AutoClose private final ReplayServer server = new ReplayServer();

  @AutoClose("close")
  private final OpenAIClient client =
      OpenAIOkHttpClient.builder()
          .baseUrl(server.url() + "/v1")
          .apiKey("test")
          .maxRetries(0)
          .build();

  private final Librarian librarian = new Librarian(client);

  @Test
  void theStreamIsPutTogether() {
    server.replies(Reply.events(Replies.chunks()));

    try (StreamResponse<ChatCompletionChunk> chunks = librarian.chunks(chat())) {
      assertThat(chunks.stream().count()).isEqualTo(8);
      assertThat(spanloom.spans()).hasSize(1);
    }

    assertThat(spanloom.trace())
        .hasRoot("chat gpt-4.1-mini")
        .hasAttribute("gen_ai.response.id", "chatcmpl-9")
        .hasAttribute("gen_ai.response.model", "gpt-4.1-mini-2025-04-14")
        .hasAttribute("gen_ai.response.finish_reasons", List.of("tool_calls"))
        .hasAttribute("gen_ai.usage.input_tokens", 20L)
        .hasAttribute("gen_ai.usage.output_tokens", 30L)
        .hasAttribute("gen_ai.usage.reasoning.output_tokens", 4L)
        .hasAttribute("llm.cost.total")
        .hasAttribute("gen_ai.response.time_to_first_chunk")
        .hasAttribute(CHUNKS, 8L)
        .hasAttribute("llm.output_messages.0.message.content", "Let me look.")
        .hasAttribute(
            "llm.output_messages.0.message.tool_calls.0.tool_call.function.arguments",
            "{\"query\":\"shelf\"}")
        .hasAttribute("llm.output_messages.0.message.tool_calls.1.tool_call.id", "call_2")
        .hasNoAttribute(END);
  }

  @Test
  void aRefusalIsOneInEachEndpoint() {
    server.replies(
        Reply.events(
            Replies.chunk("{\"refusal\":\"I can\"}", null),
            Replies.chunk("{\"refusal\":\"not.\"}", null),
            Replies.chunk("{}", "stop")),
        Reply.events(refusal("I can"), refusal("not.")));

    librarian.chunks(chat()).stream().forEach(chunk -> {});
    librarian.events(response()).stream().forEach(event -> {});

    assertThat(spanloom.spans())
        .hasSize(2)
        .allSatisfy(
            span ->
                assertThat(
                        span.getAttributes().get(AttributeKey.stringKey("gen_ai.output.messages")))
                    .contains("[{\"type\":\"refusal\",\"content\":\"I cannot.\"}]"))
        .allSatisfy(
            span ->
                assertThat(span.getAttributes().get(AttributeKey.stringKey("output.value")))
                    .isEqualTo("I cannot."));
  }

  @Test
  void aToolRunsWhileTheStreamGoesOn() {
    server.replies(Reply.events(Replies.chunks()));

    librarian.stream(chat(), this::searchOnceComplete);

    assertThat(spanloom.trace())
        .everyToolHasItsCallId()
        .hasTree(
            """
            invoke_agent streaming
              chat gpt-4.1-mini
              execute_tool shelf_search
              execute_tool shelf_search
            """);
  }

  @Test
  void withoutFiguresThereAreNone() {
    server.replies(
        Reply.events(
            Replies.chunk("{\"content\":\"Hello\"}", null),
            Replies.chunk("{}", "stop"),
            "data: [DONE]"));

    librarian.chunks(chat()).stream().forEach(chunk -> {});

    assertThat(spanloom.trace())
        .hasRoot("chat gpt-4.1-mini")
        .hasAttribute("gen_ai.response.finish_reasons", List.of("stop"))
        .hasNoAttribute("gen_ai.usage.input_tokens")
        .hasNoAttribute("llm.cost.total");
  }

  @Test
  void aStreamThatBreaksOffIsAnError() {
    server.replies(Reply.events(Replies.chunk("{\"content\":\"Hel\"}", null)).broken());

    assertThatThrownBy(() -> librarian.chunks(chat()).stream().forEach(chunk -> {}))
        .isInstanceOf(OpenAIException.class);

    assertThat(spanloom.trace())
        .hasRoot("chat gpt-4.1-mini")
        .hasFailedWith("com.openai.errors.OpenAIIoException")
        .hasAttribute("llm.output_messages.0.message.content", "Hel")
        .hasNoAttribute("gen_ai.response.finish_reasons");
  }

  @Test
  void aStreamTheCallerClosesIsNoError() {
    server.replies(Reply.events(Replies.chunks()));

    try (StreamResponse<ChatCompletionChunk> chunks = librarian.chunks(chat())) {
      assertThat(chunks.stream().iterator().next().id()).isEqualTo("chatcmpl-9");
    }

    assertThat(spanloom.trace())
        .hasRoot("chat gpt-4.1-mini")
        .hasNotFailed()
        .hasAttribute(CHUNKS, 1L)
        .hasAttribute(END, "cancelled");
  }

  @Test
  void anErrorComesBeforeTheStream() {
    server.replies(Reply.json(429, ChatCompletionAdapterTest.RATE_LIMITED));

    assertThatThrownBy(() -> librarian.chunks(chat())).isInstanceOf(OpenAIException.class);

    assertThat(spanloom.trace()).hasRoot("chat gpt-4.1-mini").hasFailedWith("rate_limit_exceeded");
  }

  @Test
  void aHandlerIsCalledOutsideOfTheSpan() throws Exception {
    server.replies(Reply.events(Replies.chunks()));
    List<String> ids = new CopyOnWriteArrayList<>();

    librarian.chunksLater(chat()).subscribe(chunk -> ids.add(chunk.id())).onCompleteFuture().get();
    spanloom.recorded().awaitSpans(1, Duration.ofSeconds(30));

    assertThat(ids).hasSize(8);
    assertThat(spanloom.trace())
        .hasRoot("chat gpt-4.1-mini")
        .hasAttribute("gen_ai.usage.input_tokens", 20L)
        .hasAttribute("llm.output_messages.0.message.content", "Let me look.")
        .hasAttribute(CHUNKS, 8L);
  }

  @Test
  void aRefusedHandlerLearnsOfIt() throws Exception {
    server.replies(Reply.json(429, ChatCompletionAdapterTest.RATE_LIMITED));

    assertThatThrownBy(
            () -> librarian.chunksLater(chat()).subscribe(chunk -> {}).onCompleteFuture().get())
        .hasRootCauseInstanceOf(OpenAIException.class);
    spanloom.recorded().awaitSpans(1, Duration.ofSeconds(30));

    assertThat(spanloom.trace()).hasRoot("chat gpt-4.1-mini").hasFailedWith("rate_limit_exceeded");
    assertThat(spanloom.recorded().spans().get(0).getEvents())
        .extracting(event -> event.getAttributes().get(AttributeKey.stringKey("exception.type")))
        .contains("com.openai.errors.RateLimitException");
  }

  @Test
  void eventsOfAResponseArePutTogether() {
    server.replies(Reply.events(Replies.events()));

    try (StreamResponse<ResponseStreamEvent> events = librarian.events(response())) {
      events.stream().forEach(event -> {});
    }

    assertThat(spanloom.trace())
        .hasRoot("chat gpt-5-mini")
        .hasAttribute("gen_ai.response.id", "resp_9")
        .hasAttribute("gen_ai.response.finish_reasons", List.of("completed"))
        .hasAttribute("gen_ai.usage.input_tokens", 40L)
        .hasAttribute("gen_ai.usage.cache_read.input_tokens", 8L)
        .hasAttribute("gen_ai.usage.reasoning.output_tokens", 6L)
        .hasAttribute("llm.output_messages.0.message.content", "Let me look.")
        .hasAttribute("llm.output_messages.0.message.tool_calls.0.tool_call.id", "call_1")
        .hasAttribute(
            "llm.output_messages.0.message.tool_calls.0.tool_call.function.arguments",
            "{\"query\":\"shelf\"}");
  }

  @Test
  void aResponseThatFailsOnItsWayIsAnError() {
    server.replies(
        Reply.events(
            Replies.events()[0],
            Replies.event(
                "response.failed",
                "\"response\":{\"id\":\"resp_9\",\"object\":\"response\",\"created_at\":1,\"status\":\"failed\",\"error\":{\"code\":\"server_error\",\"message\":\"Sorry\"},\"model\":\"gpt-5-mini-2025-08-07\",\"output\":[],\"usage\":null}")));

    librarian.events(response()).stream().forEach(event -> {});

    assertThat(spanloom.trace()).hasRoot("chat gpt-5-mini").hasFailedWith("server_error");
  }

  private void searchOnceComplete(ChatCompletionChunk chunk) {
    boolean second =
        chunk.choices().stream()
            .flatMap(choice -> choice.delta().toolCalls().stream().flatMap(List::stream))
            .anyMatch(call -> call.index() == 1);
    boolean end = chunk.choices().stream().anyMatch(choice -> choice.finishReason().isPresent());
    if (second || end) {
      librarian.search("shelf");
    }
  }

  private static String refusal(String delta) {
    return Replies.event(
        "response.refusal.delta",
        "\"item_id\":\"msg_1\",\"output_index\":0,\"content_index\":0,\"delta\":\"" + delta + "\"");
  }

  private static ChatCompletionCreateParams chat() {
    return ChatCompletionCreateParams.builder()
        .model("gpt-4.1-mini")
        .addUserMessage("A book?")
        .build();
  }

  private static ResponseCreateParams response() {
    return ResponseCreateParams.builder().model("gpt-5-mini").input("A book?").build();
  }
}
