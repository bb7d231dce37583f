package io.spanloom.langchain4j;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.tool.ToolExecutor;
import dev.langchain4j.service.tool.ToolProviderResult;
import io.opentelemetry.context.Scope;
import io.spanloom.AgentContext;
import io.spanloom.integrations.testing.OpenAiResponses;
import io.spanloom.integrations.testing.ReplayServer;
import io.spanloom.integrations.testing.Reply;
import io.spanloom.testing.RecordedSpans;
import io.spanloom.testing.SpanloomExtension;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** AI services that Spanloom builds, over HTTP. */
@ExtendWith(SpanloomExtension.class)
@SuppressWarnings({"deprecation", "try"}) // older providers; a scope is only there to be closed
class TracedServicesTest {

  private static final String TREE =
      """
      invoke_agent clerk
        chat gpt-4.1-mini
        execute_tool case_search
        execute_tool case_search
        execute_tool statute_lookup ERROR
        chat gpt-4.1-mini
      """;

  private static final String NO_FAILURE = TREE.replace(" ERROR", "");

  /** With a memory. */
  interface Talk {

    String say(@MemoryId String id, @UserMessage String text);
  }

  @AutoClose private final ReplayServer server = new ReplayServer();

  @Test
  void aServiceIsAnAgentAndItsWovenToolsHaveOneSpan(RecordedSpans recorded) {
    repliesWithTools();

    TracedServices.build("clerk", service().tools(new Statutes())).answer("What is a duty?");

    assertThat(recorded.trace()).everyToolHasItsCallId().hasNoContent().hasTree(TREE);
    assertThat(recorded.trace())
        .hasRoot("invoke_agent clerk")
        .child("execute_tool statute_lookup")
        .hasToolCallId("call_3")
        .hasAttribute("spanloom.tool_call.correlation", "explicit")
        .isLinkedTo("chat gpt-4.1-mini");
  }

  @Test
  void toolsThatAreNoMethodsAreTraced(RecordedSpans recorded) {
    repliesWithTools();

    TracedServices.build("clerk", service().tools(tools())).answer("What is a duty?");

    assertThat(recorded.trace()).everyToolHasItsCallId().hasNoContent().hasTree(NO_FAILURE);
  }

  /** The oldest LangChain4j passes the exception on, others answer the model with it. */
  @Test
  void aToolThatThrowsHasFailed(RecordedSpans recorded) {
    repliesWithTools();
    ToolExecutor failing =
        (request, memoryId) -> {
          throw new IllegalStateException("No such section");
        };
    Map<ToolSpecification, ToolExecutor> tools = new HashMap<>(tools());
    tools.put(tool("statute_lookup"), failing);
    Assistant assistant = TracedServices.build("clerk", service().tools(tools));

    catchThrowable(() -> assistant.answer("What is a duty?"));

    assertThat(recorded.trace())
        .hasRoot("invoke_agent clerk")
        .child("execute_tool statute_lookup")
        .hasFailedWith("java.lang.IllegalStateException");
  }

  @Test
  void toolsOfAProviderAreTracedAlsoIfTheyAreWrappedTwice(RecordedSpans recorded) {
    repliesWithTools();

    TracedServices.build(
            "clerk",
            service()
                .toolProvider(
                    TracedServices.toolProvider(request -> new ToolProviderResult(tools()))))
        .answer("What is a duty?");

    assertThat(recorded.trace()).everyToolHasItsCallId().hasTree(NO_FAILURE);
  }

  @Test
  void toolsFindTheirCallsWithoutAnAgent(RecordedSpans recorded) {
    repliesWithTools();

    service()
        .chatModel(Traced.chatModel(model()))
        .tools(TracedServices.tools(tools()))
        .build()
        .answer("What is a duty?");

    assertThat(recorded.spans())
        .filteredOn(span -> span.getName().startsWith("execute_tool"))
        .hasSize(3)
        .allSatisfy(
            span ->
                assertThat(span.getLinks().get(0).getSpanContext())
                    .isEqualTo(recorded.spans().get(0).getSpanContext()));
  }

  @Test
  void concurrentToolsBelongToTheAgent(RecordedSpans recorded) {
    assumeThat(AiServices.class.getMethods())
        .extracting(Method::getName)
        .contains("executeToolsConcurrently"); // not in the first versions
    repliesWithTools();

    TracedServices.build("clerk", service().tools(new Statutes()).executeToolsConcurrently())
        .answer("What is a duty?");

    assertThat(recorded.trace())
        .everyToolHasItsCallId()
        .hasSpans("execute_tool case_search", 2)
        .hasRoot("invoke_agent clerk")
        .child("execute_tool statute_lookup")
        .hasToolCallId("call_3");
  }

  @Test
  void theMemoryIsTheSessionUnlessThereIsOne(RecordedSpans recorded) {
    Talk talk =
        TracedServices.build(
            AiServices.builder(Talk.class)
                .chatModel(model())
                .chatMemoryProvider(id -> MessageWindowChatMemory.withMaxMessages(10)));
    server.replies(Reply.json(OpenAiResponses.TEXT), Reply.json(OpenAiResponses.TEXT));

    talk.say("talk-1", "Hello");
    try (Scope ignored = AgentContext.builder().sessionId("own").build().makeCurrent()) {
      talk.say("talk-1", "Hello again");
    }

    assertThat(recorded.spans())
        .filteredOn(span -> span.getName().equals("invoke_agent Talk"))
        .extracting(
            span ->
                span.getAttributes()
                    .get(io.opentelemetry.api.common.AttributeKey.stringKey("session.id")))
        .containsExactly("talk-1", "own");
  }

  private void repliesWithTools() {
    server.replies(Reply.json(OpenAiResponses.TOOL_CALLS), Reply.json(OpenAiResponses.TEXT));
  }

  private static Map<ToolSpecification, ToolExecutor> tools() {
    return Map.of(
        tool("case_search"), (request, memoryId) -> "Two cases",
        tool("statute_lookup"), (request, memoryId) -> "Section 4");
  }

  private static ToolSpecification tool(String name) {
    return ToolSpecification.builder().name(name).build();
  }

  private AiServices<Assistant> service() {
    return AiServices.builder(Assistant.class).chatModel(model());
  }

  private OpenAiChatModel model() {
    return OpenAiChatModel.builder()
        .baseUrl(server.url() + "/v1")
        .apiKey("test")
        .modelName("gpt-4.1-mini")
        .maxRetries(0)
        .build();
  }
}
