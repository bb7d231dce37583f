package io.spanloom.springai;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.spanloom.annotations.Agent;
import io.spanloom.integrations.testing.OpenAiResponses;
import io.spanloom.integrations.testing.OpenAiStreams;
import io.spanloom.integrations.testing.ReplayServer;
import io.spanloom.integrations.testing.Reply;
import io.spanloom.testing.RecordedSpans;
import io.spanloom.testing.SpanloomExtension;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.model.ChatModel;

/** An agent whose model calls and tools Spring AI's own client makes. */
@ExtendWith(SpanloomExtension.class)
class ChatClientTest {

  @AutoClose private final ReplayServer server = new ReplayServer();
  private final ModelObservationHandler handler = new ModelObservationHandler();
  private final ChatModel model = OpenAi.chatModel(server.url(), handler);
  private final Desk desk = new Desk(OpenAi.chatClient(model, handler));

  @Test
  void toolsCarryTheIdsOfTheirToolCalls(RecordedSpans recorded) {
    server.replies(Reply.json(OpenAiResponses.TOOL_CALLS), Reply.json(OpenAiResponses.TEXT));

    assertThat(desk.answer("What is a duty of care?")).isEqualTo("A duty not to harm.");

    assertThat(recorded.trace())
        .everyToolHasItsCallId()
        .hasNoContent()
        .hasTree(
            """
            invoke_agent desk
              chat gpt-4.1-mini
              execute_tool case_search
              execute_tool case_search
              execute_tool statute_lookup ERROR
              chat gpt-4.1-mini
            """);
    assertThat(recorded.trace())
        .hasRoot("invoke_agent desk")
        .child("chat gpt-4.1-mini", 0)
        .hasAttribute("gen_ai.provider.name", "openai")
        .hasAttribute("gen_ai.request.temperature", 0.2)
        .hasAttribute("gen_ai.usage.cache_read.input_tokens", 64L)
        .hasAttribute("llm.cost.total");
  }

  /** Spring AI adds up the tokens of the calls that it makes for one question. */
  @Test
  void eachCallHasItsOwnTokens(RecordedSpans recorded) {
    server.replies(Reply.json(OpenAiResponses.TOOL_CALLS), Reply.json(OpenAiResponses.TEXT));

    desk.answer("What is a duty of care?");

    assertThat(recorded.trace())
        .hasRoot("invoke_agent desk")
        .child("chat gpt-4.1-mini", 1)
        .hasAttribute("gen_ai.response.id", "chatcmpl-2")
        .hasAttribute("gen_ai.usage.input_tokens", 190L)
        .hasAttribute("gen_ai.usage.output_tokens", 12L);
  }

  /** In Spring AI 1 a model that streams runs the tools inside its one observation. */
  @Test
  void aStreamWithToolsIsOneSpanWhereTheModelRunsThem(RecordedSpans recorded) throws Exception {
    assumeThat(OpenAi.modelsRunTools()).isTrue();

    streamWithTools(recorded, 4);

    assertThat(recorded.trace())
        .hasTree(
            """
            invoke_agent desk
              chat gpt-4.1-mini
              execute_tool case_search
              execute_tool case_search
            """);
  }

  /** In Spring AI 2 the client runs them, on other threads. */
  @Test
  void aStreamWithToolsIsASpanForEachCallWhereTheClientRunsThem(RecordedSpans recorded)
      throws Exception {
    assumeThat(OpenAi.modelsRunTools()).isFalse();

    streamWithTools(recorded, 5);

    assertThat(recorded.trace())
        .hasTree(
            """
            invoke_agent desk
              chat gpt-4.1-mini
              execute_tool case_search
              execute_tool case_search
              chat gpt-4.1-mini
            """);
  }

  private void streamWithTools(RecordedSpans recorded, int spans) throws Exception {
    server.replies(OpenAiStreams.TOOL_CALLS, OpenAiStreams.TEXT);

    assertThat(String.join("", desk.streamWithTools("What is a duty of care?")))
        .isEqualTo("A duty not to harm.");

    recorded.awaitSpans(spans, Duration.ofSeconds(10));
    assertThat(recorded.trace())
        .everyToolHasItsCallId()
        .hasNoContent()
        .hasRoot("invoke_agent desk")
        .child("execute_tool case_search", 0)
        .isLinkedTo("chat gpt-4.1-mini");
  }

  @Test
  void streamedAnswersEndTheirSpans(RecordedSpans recorded) throws Exception {
    server.replies(OpenAiStreams.TEXT);

    assertThat(String.join("", desk.stream("What is a duty of care?")))
        .isEqualTo("A duty not to harm.");

    recorded.awaitSpans(2, Duration.ofSeconds(10)); // an observation stops after the last word
    assertThat(recorded.trace())
        .hasTree(
            """
            invoke_agent desk
              chat gpt-4.1-mini
            """);
    assertThat(recorded.trace())
        .hasSpan("chat gpt-4.1-mini")
        .hasAttribute("gen_ai.usage.output_tokens", 12L)
        .hasAttribute("gen_ai.response.finish_reasons", List.of("STOP"));
  }

  @Test
  void errorsHaveTheProvidersCode(RecordedSpans recorded) {
    server.replies(Reply.json(429, OpenAiResponses.RATE_LIMITED));

    assertThatThrownBy(() -> desk.answer("What is a duty of care?")).isNotNull();

    assertThat(recorded.trace()).hasSpan("chat gpt-4.1-mini").hasFailedWith("rate_limit_exceeded");
  }

  /** The loop is the client's. */
  static final class Desk {

    private final ChatClient client;

    Desk(ChatClient client) {
      this.client = client;
    }

    @Agent("desk")
    String answer(String question) {
      return client.prompt(question).tools(new Statutes()).call().content();
    }

    @Agent("desk")
    List<String> streamWithTools(String question) {
      return client.prompt(question).tools(new Statutes()).stream().content().collectList().block();
    }

    @Agent("desk")
    List<String> stream(String question) {
      return client.prompt(question).stream().content().collectList().block();
    }
  }
}
