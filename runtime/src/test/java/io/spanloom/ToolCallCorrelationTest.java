package io.spanloom;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.spanloom.ModelSdk.Request;
import io.spanloom.ModelSdk.Response;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.SessionId;
import io.spanloom.annotations.Task;
import io.spanloom.annotations.Tool;
import io.spanloom.annotations.ToolCallId;
import io.spanloom.annotations.Workflow;
import io.spanloom.content.ContentMode;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmToolCall;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a tool's execution finds the model's request for it, and where its span goes. */
@SuppressWarnings("DuplicateTool") // one tool, found in several ways
class ToolCallCorrelationTest {

  private static final String[] KEYS = {GenAi.TOOL_CALL_ID, "spanloom.tool_call.correlation"};

  private Recorded recorded = Recorded.withDefaults();

  @AfterEach
  void close() {
    recorded.close();
  }

  /** Some models number the calls of each answer anew, or give all of them one id. */
  @Test
  void callsOfOneIdAreDistinguishedByTheirArguments() {
    run(
        () -> {
          ask(
              call("d1", "{\"query\":\"a\",\"limit\":1}"),
              call("d1", "{\"query\":\"b\",\"limit\":1}"),
              call("d1", "{ \"query\": \"b\", \"limit\": 1 }"));
          search("a", 1);
          search("b", 1);
          search("b", 1);
          ask(call("d1", "{\"query\":\"c\",\"limit\":1}"));
          search("c", 1);
        });

    assertThat(recorded.tree(KEYS))
        .isEqualTo(
            """
            invoke_agent agent
              reasoning
                chat m
                execute_tool search d1 arguments
                execute_tool search d1 arguments
              execute_tool search
              reasoning
                chat m
                execute_tool search d1 arguments
            """);
  }

  @Test
  @SuppressWarnings("try") // what is closed is not used otherwise
  void blankIsNoIdentifier() {
    try (Scope context = AgentContext.builder().sessionId("s").userId(" ").build().makeCurrent();
        Scope inner = AgentContext.builder().sessionId("").tenant(" ").build().makeCurrent();
        Scope call = ToolCalls.scope(" ")) {
      searchFor("", " ");
    }

    assertThat(recorded.tree("session.id", "user.id", "app.tenant_id", GenAi.TOOL_CALL_ID))
        .isEqualTo("execute_tool search s\n");
  }

  @Test
  void findsTheCallWithEqualArguments() {
    run(
        () -> {
          ask(
              call("call_1", "{\"query\":\"a\",\"limit\":1}"),
              call("call_2", "{\"query\":\"b\",\"limit\":1}"));
          search("b", 1);
          search("a", 1);
        });

    assertThat(recorded.tree(KEYS))
        .isEqualTo(
            """
            invoke_agent agent
              reasoning
                chat m
                execute_tool search call_2 arguments
                execute_tool search call_1 arguments
            """);
  }

  @Test
  void aParameterRecordedAsAttributeIsAnArgumentAllTheSame() {
    recorded.close();
    recorded = Recorded.with(SpanloomOptions.builder().content(ContentMode.SPAN_ONLY).build());
    run(
        () -> {
          ask(
              call("call_1", "{\"query\":\"a\",\"limit\":1}"),
              call("call_2", "{\"query\":\"a\",\"limit\":2}"));
          searchLimited("a", 2);
        });

    assertThat(recorded.tree(KEYS)).contains("execute_tool search call_2 arguments");
    assertThat(Recorded.attributes(recorded.span("execute_tool search")))
        .containsEntry("app.limit", 2L)
        .containsEntry("input.value", "{\"query\":\"a\"}")
        .containsEntry("tool.parameters", "{\"query\":\"a\",\"limit\":2}")
        .containsEntry(GenAi.TOOL_CALL_ARGUMENTS, "{\"query\":\"a\",\"limit\":2}");
  }

  @Test
  void theOnlyPendingCallOfTheNameNeedsNoArguments() {
    run(
        () -> {
          ask(call("call_1", "{\"q\":\"named otherwise\"}"));
          search("a", 1);
        });

    assertThat(recorded.tree(KEYS)).contains("execute_tool search call_1 name");
  }

  @Test
  void amongSeveralTheOldestServes() {
    run(
        () -> {
          ask(call("call_1", "{\"q\":1}"), call("call_2", "{\"q\":2}"));
          search("a", 1);
          search("a", 1);
        });

    assertThat(recorded.tree(KEYS))
        .contains("execute_tool search call_1 order\n", "execute_tool search call_2 name\n");
  }

  /** Some providers issue none; the call is found all the same, and none is made up. */
  @Test
  void callsWithoutIdAreFoundOneByOne() {
    run(
        () -> {
          ask(
              call(null, "{\"query\":\"a\",\"limit\":1}"),
              call(null, "{\"q\":1}"),
              call(null, "{\"q\":1}"));
          search("a", 1);
          search("b", 1);
          search("b", 1);
          search("b", 1);
        });

    assertThat(recorded.tree(KEYS))
        .isEqualTo(
            """
            invoke_agent agent
              reasoning
                chat m
                execute_tool search arguments
                execute_tool search order
                execute_tool search name
              execute_tool search
            """);
    assertThat(recorded.spans())
        .filteredOn(span -> span.getName().equals("execute_tool search"))
        .extracting(span -> span.getLinks().size())
        .containsExactly(1, 1, 1, 0);
  }

  @Test
  void withoutPendingCallThereIsNoId() {
    run(() -> search("a", 1));

    assertThat(recorded.tree(KEYS)).isEqualTo("invoke_agent agent\n  execute_tool search\n");
    assertThat(recorded.span("execute_tool search").getLinks()).isEmpty();
  }

  @Test
  void aCallIsClaimedOnce() {
    run(
        () -> {
          ask(call("call_1", "{}"));
          search("a", 1);
          search("a", 1);
        });

    assertThat(recorded.tree(KEYS))
        .contains("execute_tool search call_1 name\n", "execute_tool search\n");
  }

  /** Refused, cached or put off: no tool ran, and the model has a result all the same. */
  @Test
  void aCallIsOverWhenTheModelHasItsResult() {
    run(
        () -> {
          ask(call("call_1", "{\"query\":\"a\",\"limit\":1}"));
          Request answer = new Request("m", List.of(LlmMessage.toolResult("call_1", "refused")));
          complete(answer, call("call_2", "{\"query\":\"a\",\"limit\":1}"));
          search("a", 1);
          search("a", 1);
        });

    assertThat(recorded.tree(KEYS))
        .contains("execute_tool search call_2 arguments\n", "execute_tool search\n")
        .doesNotContain("call_1");
  }

  @Test
  void theProgramMayRetryACallByItsId() {
    run(
        () -> {
          ask(call("call_1", "{}"));
          searchById("call_1");
          searchById("call_1");
        });

    assertThat(recorded.spans())
        .filteredOn(span -> span.getName().equals("execute_tool search"))
        .hasSize(2)
        .allSatisfy(span -> assertThat(span.getLinks()).hasSize(1));
  }

  @Test
  void anIdNobodyAnnouncedIsRecordedAsItIs() {
    searchById("call_elsewhere");

    assertThat(recorded.tree(KEYS)).isEqualTo("execute_tool search call_elsewhere explicit\n");
  }

  @Test
  void aFailedToolKeepsItsId() {
    run(
        () -> {
          ask(call("call_1", "{}"));
          try {
            failing("call_1");
          } catch (IllegalStateException expected) {
            // the trace is what the test is about
          }
        });

    assertThat(recorded.tree(KEYS)).contains("execute_tool search call_1 explicit ERROR");
  }

  @Test
  void dispatcherMethodsTakeTheirNameFromAnArgument() {
    run(
        () -> {
          ask(new LlmToolCall("call_1", "weather", "{\"city\":\"Oslo\"}"));
          dispatch("weather", "{\"city\":\"Oslo\"}");
        });

    assertThat(recorded.tree(KEYS)).contains("execute_tool weather call_1 arguments");
  }

  @Test
  void aScopeHandsTheIdToOneTool() {
    try (Scope scope = ToolCalls.scope("call_9")) {
      assertThat(scope).isNotNull();
      outerTool();
    }

    assertThat(recorded.tree(KEYS))
        .isEqualTo(
            """
            execute_tool outerTool call_9 explicit
              execute_tool search
            """);
  }

  @Test
  void handWrittenClientsAnnounceInsideTheModelCall() {
    run(
        () -> {
          announcing();
          search("a", 1);
        });

    assertThat(recorded.tree(KEYS)).contains("execute_tool search call_7 name");
    assertThat(Recorded.attributes(recorded.span("chat")))
        .containsEntry("llm.output_messages.0.message.tool_calls.0.tool_call.id", "call_7");
    assertThat(recorded.span("execute_tool search").getLinks().get(0).getSpanContext())
        .isEqualTo(recorded.span("chat").getSpanContext());
  }

  @Test
  void aSessionRemembersAcrossRequests() {
    request("s-1", () -> ask(call("call_1", "{}")));
    request("s-2", () -> search("a", 1));
    request("s-1", () -> search("a", 1));

    assertThat(recorded.tree(KEYS))
        .isEqualTo(
            """
            invoke_workflow request
              reasoning
                chat m
            invoke_workflow request
              execute_tool search
            invoke_workflow request
              execute_tool search call_1 name
            """);
  }

  @Test
  void lexicalParentsCanBeKept() {
    recorded.close();
    recorded = Recorded.with(SpanloomOptions.builder().reparentTools(false).build());
    run(
        () -> {
          ask(call("call_1", "{}"));
          search("a", 1);
        });

    assertThat(recorded.tree(KEYS))
        .isEqualTo(
            """
            invoke_agent agent
              reasoning
                chat m
              execute_tool search call_1 name
            """);
    assertThat(recorded.span("execute_tool search").getLinks()).hasSize(1);
  }

  @Test
  void aToolOutsideTheRequestingRunStaysPut() {
    request(
        "s",
        () -> {
          run(() -> ask(call("call_1", "{}")));
          Span manual = recorded.sdk().getTracer("test").spanBuilder("manual").startSpan();
          try (Scope scope = manual.makeCurrent()) {
            assertThat(scope).isNotNull();
            search("a", 1);
          } finally {
            manual.end();
          }
        });

    assertThat(recorded.tree(KEYS))
        .isEqualTo(
            """
            invoke_workflow request
              invoke_agent agent
                reasoning
                  chat m
              manual
                execute_tool search call_1 name
            """);
  }

  @Test
  void parallelAgentsDoNotTakeEachOthersCalls() {
    request(
        "s",
        () -> {
          run(() -> ask(call("call_1", "{}")));
          run(
              () -> {
                ask(call("call_2", "{}"));
                search("a", 1);
              });
        });

    assertThat(recorded.tree(KEYS)).contains("execute_tool search call_2 name");
  }

  @Agent("agent")
  void run(Runnable body) {
    body.run();
  }

  @Workflow
  void request(@SessionId String session, Runnable body) {
    body.run();
  }

  void ask(LlmToolCall... calls) {
    reasoning(calls);
  }

  @Task
  void reasoning(LlmToolCall... calls) {
    complete(new Request("m", List.of()), calls);
  }

  @LlmCall
  Response complete(Request request, LlmToolCall... calls) {
    return Response.asking(calls);
  }

  @LlmCall
  @SuppressWarnings("LlmCallWithoutUsage")
  String announcing() {
    ToolCalls.announce("call_7", "search", "{\"q\":1}");
    return "raw";
  }

  /** Searches. */
  @Tool
  String search(String query, int limit) {
    return "found";
  }

  /** Searches. */
  @Tool("search")
  String searchFor(@SessionId String session, @ToolCallId String id) {
    return "found";
  }

  /** Searches. */
  @Tool("search")
  String searchLimited(String query, @Attribute(key = "app.limit") int limit) {
    return "found";
  }

  /** Searches. */
  @Tool("search")
  String searchById(@ToolCallId String id) {
    return "found";
  }

  /** Searches. */
  @Tool("search")
  String failing(@ToolCallId String id) {
    throw new IllegalStateException("no luck");
  }

  /** Runs any tool. */
  @Tool
  String dispatch(@Attribute(key = GenAi.TOOL_NAME) String tool, String arguments) {
    return "sunny";
  }

  /** Calls another tool. */
  @Tool
  String outerTool() {
    return search("a", 1);
  }

  private static LlmToolCall call(@Nullable String id, String arguments) {
    return new LlmToolCall(id, "search", arguments);
  }
}
