package io.spanloom.springai;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import io.micrometer.observation.Observation;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.Spans;
import io.spanloom.integrations.testing.OpenAiResponses;
import io.spanloom.integrations.testing.OpenAiStreams;
import io.spanloom.integrations.testing.ReplayServer;
import io.spanloom.integrations.testing.Reply;
import io.spanloom.testing.RecordedSpans;
import io.spanloom.testing.SpanloomExtension;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.metadata.ChatResponseMetadata;
import org.springframework.ai.chat.metadata.DefaultUsage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.observation.ChatModelObservationContext;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingManager;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.annotation.ToolParam;

/** Whoever runs the tools: each token is counted once, on the span of the call that it is of. */
@ExtendWith(SpanloomExtension.class)
class ToolLoopTest {

  private static final String THREE_ROUNDS =
      """
      invoke_agent desk
        chat gpt-4.1-mini
        execute_tool case_search
        chat gpt-4.1-mini
        execute_tool case_search
        chat gpt-4.1-mini
      """;

  @AutoClose private final ReplayServer server = new ReplayServer();
  private final ModelObservationHandler handler = new ModelObservationHandler();
  private final ChatModel model = OpenAi.chatModel(server.url(), handler);
  private final ChatClient client = OpenAi.chatClient(model, handler);

  @Test
  void clientThatCalls(RecordedSpans recorded) {
    replyInThreeRounds();

    Spans.agent("desk").run(() -> client.prompt("Care?").tools(new Statutes()).call().content());

    assertThat(tokens(recorded)).containsExactly("100/20", "150/20", "200/20");
    assertThat(recorded.trace()).everyToolHasItsCallId().hasTree(THREE_ROUNDS);
    assertThat(recorded.trace())
        .hasRoot("invoke_agent desk")
        .hasAttribute("spanloom.total.input_tokens", 450L)
        .hasAttribute("spanloom.total.output_tokens", 60L);
  }

  /** A model that runs the tools inside a stream has one span, with all tokens. */
  @Test
  void clientThatStreams(RecordedSpans recorded) throws Exception {
    streamInThreeRounds();

    Spans.agent("desk")
        .run(() -> client.prompt("Care?").tools(new Statutes()).stream().content().blockLast());

    recorded.awaitSpans(OpenAi.modelsRunTools() ? 4 : 6, Duration.ofSeconds(10));
    assertThat(recorded.trace()).everyToolHasItsCallId();
    assertThat(tokens(recorded))
        .isEqualTo(
            OpenAi.modelsRunTools() ? List.of("450/60") : List.of("100/20", "150/20", "200/20"));
  }

  @Test
  void advisorOfAClientThatCalls(RecordedSpans recorded) {
    assumeThatAdvisorsRunTools();
    replyInThreeRounds();
    ChatClient advised = OpenAi.advisedClient(model, handler);

    Spans.agent("desk").run(() -> advised.prompt("Care?").tools(new Statutes()).call().content());

    assertThat(tokens(recorded)).containsExactly("100/20", "150/20", "200/20");
    assertThat(recorded.trace()).everyToolHasItsCallId().hasTree(THREE_ROUNDS);
  }

  @Test
  void advisorOfAClientThatStreams(RecordedSpans recorded) throws Exception {
    assumeThatAdvisorsRunTools();
    streamInThreeRounds();
    ChatClient advised = OpenAi.advisedClient(model, handler);

    Spans.agent("desk")
        .run(() -> advised.prompt("Care?").tools(new Statutes()).stream().content().blockLast());

    recorded.awaitSpans(6, Duration.ofSeconds(10));
    assertThat(tokens(recorded)).containsExactly("100/20", "150/20", "200/20");
    assertThat(recorded.trace()).everyToolHasItsCallId().hasTree(THREE_ROUNDS);
  }

  @Test
  void programThatRunsTheTools(RecordedSpans recorded) {
    replyInThreeRounds();

    Spans.agent("desk").run(this::askWithSharedOptions);

    assertThat(tokens(recorded)).containsExactly("100/20", "150/20", "200/20");
    assertThat(recorded.trace()).everyToolHasItsCallId();
  }

  /** A tool may ask a model of its own, on the same thread, through the same handler. */
  @Test
  void toolThatCallsAModel(RecordedSpans recorded) {
    server.replies(
        Reply.json(OpenAiResponses.toolCall("call_a", 100, 20)),
        Reply.json(OpenAiResponses.text(30, 5)),
        Reply.json(OpenAiResponses.toolCall("call_b", 150, 20)),
        Reply.json(OpenAiResponses.text(40, 5)),
        Reply.json(OpenAiResponses.text(200, 20)));

    client.prompt("Care?").tools(new Delegate()).call().content();

    assertThat(tokens(recorded)).containsExactly("100/20", "30/5", "150/20", "40/5", "200/20");
  }

  /** Spring AI 2 hands a model's default options to all its calls. */
  @Test
  void callsAtTheSameTimeThatShareOptions(RecordedSpans recorded) {
    ChatOptions shared = OpenAi.agentOptions();
    Observation.Context first = begin(shared);
    Observation.Context second = begin(shared);

    end(second, answer(70, 7));
    end(first, answer(60, 6));

    assertThat(tokens(recorded)).containsExactlyInAnyOrder("60/6", "70/7");
  }

  @Test
  void responsesThatSayNothingOfTokens(RecordedSpans recorded) {
    Observation.Context call = begin(ChatOptions.builder().build());

    end(call, new ChatResponse(List.of(), ChatResponseMetadata.builder().usage(null).build()));

    assertThat(tokens(recorded)).containsExactly("null/null");
  }

  private void replyInThreeRounds() {
    server.replies(
        Reply.json(OpenAiResponses.toolCall("call_a", 100, 20)),
        Reply.json(OpenAiResponses.toolCall("call_b", 150, 20)),
        Reply.json(OpenAiResponses.text(200, 20)));
  }

  private void streamInThreeRounds() {
    server.replies(
        OpenAiStreams.toolCall("call_a", 100, 20),
        OpenAiStreams.toolCall("call_b", 150, 20),
        OpenAiStreams.text(200, 20));
  }

  private static void assumeThatAdvisorsRunTools() {
    assumeThatCode(
            () -> Class.forName("org.springframework.ai.chat.client.advisor.ToolCallAdvisor"))
        .doesNotThrowAnyException();
  }

  private void askWithSharedOptions() {
    ToolCallingManager tools = handler.toolCallingManager(ToolCallingManager.builder().build());
    ChatOptions options = OpenAi.agentOptions();
    Prompt prompt = new Prompt("Care?", options);
    ChatResponse response = model.call(prompt);
    while (response.hasToolCalls()) {
      prompt = new Prompt(tools.executeToolCalls(prompt, response).conversationHistory(), options);
      response = model.call(prompt);
    }
  }

  private Observation.Context begin(ChatOptions options) {
    ChatModelObservationContext context =
        ChatModelObservationContext.builder()
            .prompt(new Prompt("Care?", options))
            .provider("openai")
            .build();
    handler.onStart(context);
    return context;
  }

  private void end(Observation.Context context, ChatResponse response) {
    ((ChatModelObservationContext) context).setResponse(response);
    handler.onStop((ChatModelObservationContext) context);
  }

  private static ChatResponse answer(int input, int output) {
    return new ChatResponse(
        List.of(new Generation(new AssistantMessage("A duty not to harm."))),
        ChatResponseMetadata.builder().usage(new DefaultUsage(input, output)).build());
  }

  /** The model calls' tokens, in the order in which they began. */
  private static List<String> tokens(RecordedSpans recorded) {
    return recorded.spans().stream()
        .filter(span -> span.getName().startsWith("chat"))
        .sorted(Comparator.comparingLong(SpanData::getStartEpochNanos))
        .map(span -> tokens(span, "input") + "/" + tokens(span, "output"))
        .toList();
  }

  private static Long tokens(SpanData span, String direction) {
    return span.getAttributes().get(AttributeKey.longKey("gen_ai.usage." + direction + "_tokens"));
  }

  /** Asks the model, without tools. */
  final class Delegate {

    @Tool(name = "case_search", description = "Searches cases.")
    String search(@ToolParam(description = "What to look for.") String query) {
      return model
          .call(new Prompt("Which cases are about " + query + "?"))
          .getResult()
          .getOutput()
          .getText();
    }
  }
}
