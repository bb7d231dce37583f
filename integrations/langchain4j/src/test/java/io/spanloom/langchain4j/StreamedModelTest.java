package io.spanloom.langchain4j;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import io.opentelemetry.api.trace.Span;
import io.spanloom.SpanloomOptions;
import io.spanloom.content.ContentMode;
import io.spanloom.integrations.testing.OpenAiResponses;
import io.spanloom.integrations.testing.OpenAiStreams;
import io.spanloom.integrations.testing.ReplayServer;
import io.spanloom.integrations.testing.Reply;
import io.spanloom.testing.RecordedSpans;
import io.spanloom.testing.SpanloomExtension;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Responses that a handler receives in parts. */
class StreamedModelTest {

  @RegisterExtension
  static final SpanloomExtension spanloom =
      SpanloomExtension.with(SpanloomOptions.builder().content(ContentMode.SPAN_ONLY).build());

  @AutoClose private final ReplayServer server = new ReplayServer();

  private final StreamingChatModel model =
      Traced.streamingChatModel(
          OpenAiStreamingChatModel.builder()
              .baseUrl(server.url() + "/v1")
              .apiKey("test")
              .modelName("gpt-4.1-mini")
              .build());

  @Test
  void spansEndWithTheAnswer() throws Exception {
    server.replies(OpenAiStreams.TEXT);

    ChatResponse response = answer();

    assertThat(response.aiMessage().text()).isEqualTo("A duty not to harm.");
    assertThat(spanloom.trace())
        .hasRoot("chat gpt-4.1-mini")
        .hasAttribute("gen_ai.response.id", "chatcmpl-2")
        .hasAttribute("gen_ai.response.model", "gpt-4.1-mini-2025-04-14")
        .hasAttribute("gen_ai.usage.input_tokens", 190L)
        .hasAttribute("gen_ai.usage.output_tokens", 12L)
        .hasAttribute("gen_ai.usage.cache_read.input_tokens", 128L)
        .hasAttribute("llm.token_count.completion_details.reasoning", 4L)
        .hasAttribute("gen_ai.response.finish_reasons", List.of("stop"))
        .hasAttribute("llm.output_messages.0.message.content", "A duty not to harm.")
        .hasAttribute("gen_ai.response.time_to_first_chunk")
        .hasAttribute("llm.cost.total");
  }

  @Test
  void toolCallsAreAnnouncedOnce() throws Exception {
    server.replies(OpenAiStreams.TOOL_CALLS);

    ChatResponse response = answer();

    assertThat(response.aiMessage().toolExecutionRequests()).hasSize(2);
    assertThat(spanloom.trace())
        .hasRoot("chat gpt-4.1-mini")
        .hasAttribute("llm.output_messages.0.message.tool_calls.0.tool_call.id", "call_1")
        .hasAttribute(
            "llm.output_messages.0.message.tool_calls.1.tool_call.function.arguments",
            "{\"query\":\"negligence\"}")
        .hasNoAttribute("llm.output_messages.0.message.tool_calls.2.tool_call.id");
  }

  @Test
  void missingValuesAreNotRecorded() throws Exception {
    server.replies(OpenAiStreams.WITHOUT_USAGE);

    answer();

    assertThat(spanloom.trace())
        .hasRoot("chat gpt-4.1-mini")
        .hasNoAttribute("gen_ai.usage.input_tokens")
        .hasNoAttribute("gen_ai.usage.output_tokens")
        .hasNoAttribute("llm.cost.total");
  }

  @Test
  void brokenAnswersAreErrors() {
    server.replies(OpenAiStreams.BROKEN);

    assertThatThrownBy(this::answer).isInstanceOf(ExecutionException.class);

    assertThat(spanloom.trace())
        .hasRoot("chat gpt-4.1-mini")
        .hasNoAttribute("gen_ai.response.finish_reasons")
        .hasAttribute("error.type");
  }

  /** How much of a broken answer a client still reads is chance; this one reads all. */
  @Test
  void brokenResponsesKeepTheTextSoFar() {
    IllegalStateException thrown = new IllegalStateException("connection reset");
    StreamingChatModel breaking =
        Traced.streamingChatModel(
            new StreamingChatModel() {
              @Override
              public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
                handler.onPartialResponse("A duty ");
                handler.onError(thrown);
              }
            });
    Listener listener = new Listener();

    breaking.chat("What is a duty of care?", listener);

    assertThatThrownBy(listener.end::get).hasCause(thrown);
    assertThat(spanloom.trace())
        .hasRoot("chat")
        .hasAttribute("llm.output_messages.0.message.content", "A duty ")
        .hasFailedWith(IllegalStateException.class);
  }

  @Test
  void errorsHaveTheProvidersCode() {
    server.replies(Reply.json(429, OpenAiResponses.RATE_LIMITED));

    assertThatThrownBy(this::answer).isInstanceOf(ExecutionException.class);

    assertThat(spanloom.trace()).hasRoot("chat gpt-4.1-mini").hasFailedWith("rate_limit_exceeded");
  }

  @Test
  void whatAModelThrowsIsPassedOn() {
    IllegalStateException thrown = new IllegalStateException("no such model");
    StreamingChatModel broken =
        Traced.streamingChatModel(
            new StreamingChatModel() {
              @Override
              public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
                throw thrown;
              }
            });

    assertThatThrownBy(() -> broken.chat("Hello", new Listener())).isSameAs(thrown);

    assertThat(spanloom.trace()).hasRoot("chat").hasFailedWith(IllegalStateException.class);
  }

  @Test
  void cancelledAnswersAreNoErrors(RecordedSpans recorded) throws Exception {
    assumeThatCode(() -> Class.forName("dev.langchain4j.model.chat.response.StreamingHandle"))
        .doesNotThrowAnyException();
    server.replies(OpenAiStreams.TEXT);

    model.chat("What is a duty of care?", new Canceller());

    recorded.awaitSpans(1, Duration.ofSeconds(10));
    assertThat(spanloom.trace())
        .hasRoot("chat gpt-4.1-mini")
        .hasAttribute("spanloom.end", "cancelled")
        .hasNotFailed();
  }

  private ChatResponse answer() throws InterruptedException, ExecutionException {
    Listener listener = new Listener();
    model.chat("What is a duty of care?", listener);
    ChatResponse response = listener.end.get();
    assertThat(listener.spanSeen).as("the span around the handler").isFalse();
    return response;
  }

  /** What older versions of LangChain4j know of a handler. */
  private static class Listener implements StreamingChatResponseHandler {

    final CompletableFuture<ChatResponse> end = new CompletableFuture<>();
    volatile boolean spanSeen;

    @Override
    public void onPartialResponse(String text) {
      spanSeen |= Span.current().getSpanContext().isValid();
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
      end.complete(response);
    }

    @Override
    public void onError(Throwable error) {
      end.completeExceptionally(error);
    }
  }

  /** Has heard enough after the first part. */
  private static final class Canceller extends Listener {

    @Override
    public void onPartialResponse(PartialResponse part, PartialResponseContext context) {
      context.streamingHandle().cancel();
    }
  }
}
