package io.spanloom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.spanloom.ModelSdk.Request;
import io.spanloom.ModelSdk.Response;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.SessionId;
import io.spanloom.annotations.Tool;
import io.spanloom.annotations.ToolCallId;
import io.spanloom.annotations.Workflow;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmToolCall;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which calls a tool's execution is never tied to, and which it is tied to again. */
@SuppressWarnings("DuplicateTool") // one tool, found in several ways
class ToolCallRunsTest {

  private static final String[] KEYS = {GenAi.TOOL_CALL_ID, "spanloom.tool_call.correlation"};
  private static final String NONE = null;

  private final Recorded recorded = Recorded.withDefaults();

  @AfterEach
  void close() {
    recorded.close();
  }

  @Test
  void otherArgumentsAreAContradiction() {
    agent(
        () -> {
          ask(call("call_1", "a"));
          search("b");
        });

    assertUntied();
  }

  @Test
  void amongCallsOfOtherArgumentsThereIsNoOldest() {
    agent(
        () -> {
          ask(call("call_1", "a"), call("call_2", "b"));
          search("c");
          search("b");
        });

    assertThat(ids()).containsExactly(NONE, "call_2");
  }

  @Test
  void aRetryBesideACallOfOtherArgumentsKeepsItsId() {
    agent(
        () -> {
          ask(call("call_1", "a"), call("call_2", "b"));
          search("a");
          search("a");
          search("b");
          search("b");
          search("a");
        });

    assertThat(ids()).containsExactly("call_1", "call_1", "call_2", "call_2", "call_1");
    assertThat(recorded.tree(KEYS)).doesNotContain("name", "order");
  }

  @Test
  void equalCallsTakeTurns() {
    agent(
        () -> {
          ask(call("call_1", "a"), call("call_2", "a"));
          search("a");
          search("a");
          search("a");
          search("a");
        });

    assertThat(ids()).containsExactly("call_1", "call_2", "call_1", "call_2");
  }

  @Test
  void aToolThatFailedIsRetried() {
    agent(
        () -> {
          ask(call("call_1", "a"));
          assertThat(catchThrowable(() -> failing("a"))).isNotNull();
          assertThat(catchThrowable(() -> failing("a"))).isNotNull();
          search("a");
        });

    assertThat(ids()).containsExactly("call_1", "call_1", "call_1");
  }

  @Test
  void onceTheModelHasTheResultThereIsNothingToRetry() {
    agent(
        () -> {
          ask(call("call_1", "a"));
          search("a");
          answer("call_1");
          search("a");
        });

    assertThat(ids()).containsExactly("call_1", NONE);
  }

  @Test
  void resultsWithoutIdsAnswerTheCallsWithoutIds() {
    agent(
        () -> {
          ask(call(null, "a"), call("call_1", "b"));
          search("a");
          answer(null);
          search("a");
          search("b");
        });

    assertThat(links()).containsExactly(1, 0, 1);
  }

  @Test
  void whatIsAskedAgainAfterAnAnswerIsAnotherCall() {
    agent(
        () -> {
          ask(call("d1", "a"));
          search("a");
          complete(
              new Request("m", List.of(LlmMessage.toolResult("d1", "found"))), call("d1", "a"));
          search("a");
        });

    assertThat(ids()).containsExactly("d1", "d1");
    assertThat(linkedCalls()).doesNotHaveDuplicates().hasSize(2);
  }

  /** Some clients do not say what became of a call that was refused. */
  @Test
  void whatIsAskedAgainWithoutAnAnswerIsTheLatestCall() {
    agent(
        () -> {
          ask(call("call_1", "a"));
          ask(call("call_2", "a"), call("call_3", "a"));
          search("a");
          search("a");
        });

    assertThat(ids()).containsExactly("call_2", "call_3");
  }

  @Test
  void aRetryIsOfTheLatestCall() {
    agent(
        () -> {
          ask(call("call_1", "a"));
          search("a");
          ask(call("call_2", "a"));
          search("a");
          search("a");
        });

    assertThat(ids()).containsExactly("call_1", "call_2", "call_2");
  }

  @Test
  void argumentsThatCannotBeComparedServeOneExecutionAndItsRetries() {
    agent(
        () -> {
          ask(new LlmToolCall("call_1", "search", "{\"q\":\"named otherwise\"}"));
          search("a");
          search("a");
          search("b");
        });

    assertThat(recorded.tree(KEYS))
        .contains(
            "execute_tool search call_1 name\n  execute_tool search call_1 name\n"
                + "  execute_tool search\n");
  }

  @Test
  void aRetryWithOtherDefaultsIsNone() {
    agent(
        () -> {
          ask(new LlmToolCall("call_1", "limited", "{\"query\":\"a\"}"));
          limited("a", 10);
          limited("a", 10);
          limited("a", 20);
        });

    assertThat(ids()).containsExactly("call_1", "call_1", NONE);
  }

  @Test
  void aLaterRunOfTheSessionTakesNoEarlierCall() {
    request("s", () -> ask(call("call_1", "a")));
    request("s", () -> search("a"));

    assertUntied();
  }

  @Test
  void aLaterRunFindsAnEarlierCallByItsId() {
    request("s", () -> ask(call("call_1", "a")));
    request("s", () -> searchById("call_1", "a"));

    assertThat(ids()).containsExactly("call_1");
    assertThat(linkedCalls()).containsExactly(recorded.span("chat m").getSpanId());
  }

  @Test
  void aRunInTheRunHasCallsOfItsOwn() {
    agent(
        () -> {
          ask(call("call_1", "a"));
          agent(() -> search("a"));
          search("a");
        });

    assertThat(ids()).containsExactly(NONE, "call_1");
  }

  @Test
  void whatASubAgentAskedForEndsWithIt() {
    agent(
        () -> {
          agent(() -> ask(call("call_1", "a")));
          search("a");
        });

    assertUntied();
  }

  @Test
  void anAnswerInOneRunLeavesTheCallsOfAnotherAlone() {
    request(
        "s",
        () -> {
          ask(call("d1", "a"));
          agent(
              () -> {
                ask(call("d1", "x"));
                answer("d1");
              });
          search("a");
        });

    assertThat(ids()).containsExactly("d1");
  }

  @Test
  void runsOfOneSessionAtOnceKeepTheirCalls() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    CyclicBarrier together = new CyclicBarrier(2);
    try {
      List<Future<?>> runs = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        String query = i == 0 ? "a" : "b";
        String other = i == 0 ? "b" : "a";
        runs.add(
            pool.submit(
                () ->
                    request(
                        "s",
                        () -> {
                          ask(call("call_" + query, query));
                          meet(together);
                          search(other);
                          search(query);
                          meet(together);
                        })));
      }
      for (Future<?> run : runs) {
        run.get(30, TimeUnit.SECONDS);
      }
    } finally {
      pool.shutdown();
    }

    assertThat(ids()).containsExactlyInAnyOrder(NONE, NONE, "call_a", "call_b");
    assertThat(recorded.spans())
        .filteredOn(span -> !span.getLinks().isEmpty())
        .allSatisfy(
            span ->
                assertThat(span.getLinks().get(0).getSpanContext().getTraceId())
                    .isEqualTo(span.getTraceId()));
  }

  @Test
  void parallelExecutionsOfOneCallAreThatCall() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    ExecutorService wrapped = Context.taskWrapping(pool);
    agent(
        () -> {
          ask(call("call_1", "a"), call("call_2", "a"));
          List<Future<?>> executions = new ArrayList<>();
          for (int i = 0; i < 40; i++) {
            executions.add(wrapped.submit(() -> search("a")));
          }
          executions.forEach(ToolCallRunsTest::await);
        });
    pool.shutdown();

    assertThat(ids()).hasSize(40).containsOnly("call_1", "call_2").contains("call_1", "call_2");
  }

  @Test
  void aModelCallAndItsToolsAreEnough() {
    ask(call("call_1", "a"), call("call_2", "b"));
    search("b");
    search("a");
    search("c");

    assertThat(recorded.tree(KEYS))
        .isEqualTo(
            """
            chat m
            execute_tool search call_2 arguments
            execute_tool search call_1 arguments
            execute_tool search
            """);
    assertThat(linkedCalls()).hasSize(2).containsOnly(recorded.span("chat m").getSpanId());
  }

  @Test
  void withNothingAroundOnlyEqualArgumentsTell() {
    ask(new LlmToolCall("call_1", "search", "{\"q\":\"named otherwise\"}"));
    search("a");

    assertUntied();
  }

  @Test
  void aThreadThatAsksAgainIsDoneWithWhatItAskedFor() {
    ask(call("call_1", "a"));
    ask();
    search("a");

    assertUntied();
  }

  @Test
  void theTraceOfAServerSpanIsEnough() {
    inServerSpan(
        () -> {
          ask(call("call_1", "a"));
          search("a");
          answer("call_1");
          search("a");
        });
    inServerSpan(() -> ask(call("call_2", "a")));
    inServerSpan(() -> search("a"));

    assertThat(ids()).containsExactly("call_1", NONE, NONE);
  }

  @Test
  void aSessionIsEnough() {
    try (Scope scope = AgentContext.builder().sessionId("s").build().makeCurrent()) {
      assertThat(scope).isNotNull();
      ask(call("call_1", "a"));
      search("a");
      search("a");
      search("b");
    }

    assertThat(ids()).containsExactly("call_1", "call_1", NONE);
  }

  private void assertUntied() {
    assertThat(ids()).containsExactly(NONE);
    assertThat(links()).containsExactly(0);
    assertThat(recorded.everything()).doesNotContain("spanloom.tool_call.correlation");
  }

  private List<Object> ids() {
    return recorded.spans().stream()
        .filter(span -> span.getName().startsWith("execute_tool"))
        .map(span -> Recorded.attributes(span).get(GenAi.TOOL_CALL_ID))
        .toList();
  }

  private List<Integer> links() {
    return recorded.spans().stream()
        .filter(span -> span.getName().startsWith("execute_tool"))
        .map(span -> span.getLinks().size())
        .toList();
  }

  private List<String> linkedCalls() {
    return recorded.spans().stream()
        .flatMap(span -> span.getLinks().stream())
        .map(link -> link.getSpanContext().getSpanId())
        .toList();
  }

  private void inServerSpan(Runnable body) {
    Span server = recorded.sdk().getTracer("test").spanBuilder("GET /").startSpan();
    try (Scope scope = server.makeCurrent()) {
      assertThat(scope).isNotNull();
      body.run();
    } finally {
      server.end();
    }
  }

  @Agent("agent")
  void agent(Runnable body) {
    body.run();
  }

  @Workflow
  void request(@SessionId String session, Runnable body) {
    body.run();
  }

  private void ask(LlmToolCall... calls) {
    complete(new Request("m", List.of()), calls);
  }

  private void answer(@Nullable String id) {
    complete(new Request("m", Arrays.asList(LlmMessage.toolResult(id, "found"))));
  }

  @LlmCall
  Response complete(Request request, LlmToolCall... calls) {
    return Response.asking(calls);
  }

  /** Searches. */
  @Tool
  String search(String query) {
    return "found";
  }

  /** Searches. */
  @Tool("search")
  String searchById(@ToolCallId String id, String query) {
    return "found";
  }

  /** Fails to search. */
  @Tool("search")
  String failing(String query) {
    throw new IllegalStateException("no luck");
  }

  /** Searches for some. */
  @Tool
  String limited(String query, int limit) {
    return "found";
  }

  private static LlmToolCall call(@Nullable String id, String query) {
    return new LlmToolCall(id, "search", "{\"query\":\"" + query + "\"}");
  }

  private static void meet(CyclicBarrier others) {
    try {
      others.await(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(Future<?> future) {
    try {
      future.get(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
