package io.spanloom.springai;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.opentelemetry.api.common.AttributeKey;
import io.spanloom.Spans;
import io.spanloom.integrations.testing.OpenAiResponses;
import io.spanloom.integrations.testing.OpenAiStreams;
import io.spanloom.integrations.testing.ReplayServer;
import io.spanloom.integrations.testing.Reply;
import io.spanloom.testing.RecordedSpans;
import io.spanloom.testing.SpanloomExtension;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingManager;
import org.springframework.ai.support.ToolCallbacks;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.function.FunctionToolCallback;
import org.springframework.ai.tool.metadata.ToolMetadata;

/** Tools that no aspect reaches are traced where Spring AI runs them. */
@ExtendWith(SpanloomExtension.class)
class UnwovenToolsTest {

  private static final AttributeKey<String> TOOL_CALL_ID =
      AttributeKey.stringKey("gen_ai.tool.call.id");

  @AutoClose private final ReplayServer server = new ReplayServer();
  private final ModelObservationHandler handler = new ModelObservationHandler();
  private final ChatModel model = OpenAi.chatModel(server.url(), handler);
  private final ChatClient client = OpenAi.chatClient(model, handler);

  @Test
  void lambda(RecordedSpans recorded) {
    server.replies(
        Reply.json(OpenAiResponses.toolCall("call_a", 100, 20)),
        Reply.json(OpenAiResponses.text(150, 20)));

    Spans.agent("desk")
        .run(() -> client.prompt("Care?").toolCallbacks(caseSearch(false)).call().content());

    assertThat(recorded.trace())
        .everyToolHasItsCallId()
        .hasNoContent()
        .hasTree(
            """
            invoke_agent desk
              chat gpt-4.1-mini
              execute_tool case_search
              chat gpt-4.1-mini
            """);
    assertThat(recorded.trace())
        .hasSpan("execute_tool case_search")
        .hasAttribute("gen_ai.tool.call.id", "call_a")
        .hasAttribute("gen_ai.tool.description", "Searches cases.");
  }

  @Test
  void lambdaOfAStream(RecordedSpans recorded) throws Exception {
    server.replies(OpenAiStreams.toolCall("call_a", 100, 20), OpenAiStreams.text(150, 20));

    Spans.agent("desk")
        .run(
            () ->
                client.prompt("Care?").toolCallbacks(caseSearch(false)).stream()
                    .content()
                    .blockLast());

    recorded.awaitSpans(OpenAi.modelsRunTools() ? 3 : 4, Duration.ofSeconds(10));
    assertThat(recorded.trace())
        .everyToolHasItsCallId()
        .hasRoot("invoke_agent desk")
        .child("execute_tool case_search", 0)
        .isLinkedTo("chat gpt-4.1-mini");
  }

  /** The tool's result is the answer: the model is not called again. */
  @Test
  void lambdaThatReturnsDirectly(RecordedSpans recorded) {
    server.replies(Reply.json(OpenAiResponses.toolCall("call_a", 100, 20)));

    Spans.agent("desk")
        .run(() -> client.prompt("Care?").toolCallbacks(caseSearch(true)).call().content());

    assertThat(recorded.trace())
        .everyToolHasItsCallId()
        .hasTree(
            """
            invoke_agent desk
              chat gpt-4.1-mini
              execute_tool case_search
            """);
  }

  /** The oldest Spring AI passes the exception on, others answer the model with it. */
  @Test
  void lambdaThatFails(RecordedSpans recorded) {
    ToolCallback failing =
        FunctionToolCallback.builder(
                "case_search",
                (Query query) -> {
                  throw new IllegalStateException("As scripted");
                })
            .inputType(Query.class)
            .build();

    catchThrowable(() -> execute(failing, call("call_1", "{}")));

    assertThat(recorded.trace()).hasTree("execute_tool case_search ERROR\n");
  }

  /** A model may ask for the same tool several times, in one response. */
  @Test
  void eachCallHasItsOwnId(RecordedSpans recorded) {
    execute(
        caseSearch(false),
        call("call_1", "{\"query\":\"care\"}"),
        call("call_2", "{\"query\":\"harm\"}"),
        call("call_3", "{\"query\":\"care\"}"),
        call("", "{}"));

    assertThat(recorded.spans())
        .extracting(span -> span.getAttributes().asMap().get(TOOL_CALL_ID))
        .containsExactly("call_1", "call_2", "call_3", null);
  }

  /** One call, one span: that of the manager, with what the method adds. */
  @Test
  void wovenMethodSharesTheSpan(RecordedSpans recorded) {
    ToolCallback woven =
        Arrays.stream(ToolCallbacks.from(new Statutes()))
            .filter(tool -> tool.getToolDefinition().name().equals("case_search"))
            .findFirst()
            .orElseThrow();

    execute(woven, call("call_1", "{\"query\":\"care\"}"));

    assertThat(recorded.trace()).hasTree("execute_tool case_search\n");
  }

  private void execute(ToolCallback tool, AssistantMessage.ToolCall... calls) {
    String name = tool.getToolDefinition().name();
    List<AssistantMessage.ToolCall> named =
        List.of(calls).stream()
            .map(
                call ->
                    new AssistantMessage.ToolCall(call.id(), "function", name, call.arguments()))
            .toList();
    ToolCallingManager manager = handler.toolCallingManager(ToolCallingManager.builder().build());
    manager.executeToolCalls(
        new Prompt(List.of(new UserMessage("Care?")), OpenAi.agentOptions(tool)),
        new ChatResponse(List.of(new Generation(new Requested(named)))));
  }

  private static AssistantMessage.ToolCall call(String id, String arguments) {
    return new AssistantMessage.ToolCall(id, "function", "", arguments);
  }

  private static ToolCallback caseSearch(boolean returnsDirectly) {
    return FunctionToolCallback.builder(
            "case_search", (Query query, ToolContext context) -> "Two cases on " + query.query())
        .description("Searches cases.")
        .inputType(Query.class)
        .toolMetadata(ToolMetadata.builder().returnDirect(returnsDirectly).build())
        .build();
  }

  record Query(String query) {}

  /** What a model asks for; the versions of Spring AI build it in different ways. */
  private static final class Requested extends AssistantMessage {

    Requested(List<ToolCall> calls) {
      super("", Map.of(), calls, List.of());
    }
  }
}
