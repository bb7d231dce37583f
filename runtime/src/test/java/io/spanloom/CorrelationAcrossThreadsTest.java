package io.spanloom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.ModelSdk.Request;
import io.spanloom.ModelSdk.Response;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.SessionId;
import io.spanloom.annotations.Task;
import io.spanloom.annotations.Tool;
import io.spanloom.annotations.ToolCallId;
import io.spanloom.annotations.Workflow;
import io.spanloom.internal.toolcall.PendingCalls;
import io.spanloom.llm.LlmToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Tool calls of several sessions, agents and threads at once, and scopes that users got wrong. */
@SuppressWarnings("DuplicateTool") // one tool, found in several ways
class CorrelationAcrossThreadsTest {

  private static final String[] KEYS = {GenAi.TOOL_CALL_ID, "spanloom.tool_call.correlation"};

  private final ExecutorService pool = Executors.newFixedThreadPool(4);
  private final Recorded recorded = Recorded.withDefaults();

  @AfterEach
  void close() {
    pool.shutdown();
    recorded.close();
  }

  @Test
  void sessionsInterleavedOnOneThreadKeepTheirCalls() {
    AgentContext one = AgentContext.builder().sessionId("s-1").build();
    AgentContext two = AgentContext.builder().sessionId("s-2").build();
    in(one, () -> agent(() -> reasoning("call_1")));
    in(two, () -> agent(() -> reasoning("call_2")));
    in(one, () -> agent(() -> search("a")));
    in(two, () -> agent(() -> search("a")));

    assertThat(recorded.tree("session.id", GenAi.TOOL_CALL_ID))
        .isEqualTo(
            """
            invoke_agent agent s-1
              reasoning s-1
                chat m s-1
            invoke_agent agent s-2
              reasoning s-2
                chat m s-2
            invoke_agent agent s-1
              execute_tool search s-1 call_1
            invoke_agent agent s-2
              execute_tool search s-2 call_2
            """);
  }

  @Test
  void sessionsOnSeveralThreadsKeepTheirCalls() throws Exception {
    CyclicBarrier together = new CyclicBarrier(4);
    List<Future<?>> sessions = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String id = String.valueOf(i);
      sessions.add(
          pool.submit(
              () ->
                  session(
                      id,
                      () -> {
                        reasoning("call_" + id);
                        meet(together);
                        search("a");
                      })));
    }
    for (Future<?> session : sessions) {
      session.get(30, TimeUnit.SECONDS);
    }

    for (int i = 0; i < 4; i++) {
      assertThat(recorded.tree("session.id", GenAi.TOOL_CALL_ID))
          .contains(
              "invoke_workflow session N\n  reasoning N\n    chat m N\n    execute_tool search N call_N\n"
                  .replace("N", String.valueOf(i)));
    }
  }

  @Test
  void aSessionInASessionHasItsOwnCalls() {
    session(
        "outer",
        () -> {
          reasoning("call_1");
          session("inner", () -> search("a"));
          search("a");
        });

    assertThat(recorded.tree("session.id", GenAi.TOOL_CALL_ID))
        .isEqualTo(
            """
            invoke_workflow session outer
              reasoning outer
                chat m outer
                execute_tool search outer call_1
              invoke_workflow session inner
                execute_tool search inner
            """);
  }

  @Test
  void contextsFollowTheCodeToOtherThreads() throws Exception {
    ExecutorService wrapped = Context.taskWrapping(pool);
    try (Scope scope =
        AgentContext.builder().sessionId("s").userId("u").tenant("acme").build().makeCurrent()) {
      assertThat(scope).isNotNull();
      wrapped
          .submit(() -> in(AgentContext.builder().userId("other").build(), this::rank))
          .get(30, TimeUnit.SECONDS);
      wrapped.submit(this::rank).get(30, TimeUnit.SECONDS);
    }
    wrapped.submit(this::rank).get(30, TimeUnit.SECONDS);

    assertThat(recorded.tree("session.id", "user.id", "app.tenant_id"))
        .isEqualTo("rank s other acme\nrank s u acme\nrank\n");
  }

  @Test
  void equalCallsAreServedInTheirOrder() {
    agent(
        () -> {
          reasoning("call_1", "call_2");
          search("a");
          search("a");
          search("a");
        });

    assertThat(recorded.tree(KEYS))
        .isEqualTo(
            """
            invoke_agent agent
              reasoning
                chat m
                execute_tool search call_1 arguments
                execute_tool search call_2 arguments
              execute_tool search
            """);
  }

  @Test
  void aCallExecutedTwiceStaysOneCall() {
    agent(
        () -> {
          reasoning("call_1", "call_2");
          assertThat(catchThrowable(() -> fail("call_1"))).isNotNull();
          searchById("call_1");
          search("a");
        });

    assertThat(recorded.tree(KEYS))
        .isEqualTo(
            """
            invoke_agent agent
              reasoning
                chat m
                execute_tool search call_1 explicit ERROR
                execute_tool search call_1 explicit
                execute_tool search call_2 arguments
            """);
  }

  @Test
  void aSubAgentHasItsOwnModelAndTools() {
    agent(
        () -> {
          reasoning("call_1");
          delegate("call_0");
          search("a");
        });

    assertThat(recorded.tree(KEYS))
        .isEqualTo(
            """
            invoke_agent agent
              reasoning
                chat m
                execute_tool search call_1 arguments
              execute_tool delegate call_0 explicit
                invoke_agent sub
                  reasoning
                    chat m
                    execute_tool search call_s arguments
            """);
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "virtual threads come with Java 21")
  void toolsOnVirtualThreadsFindTheirCalls() throws Exception {
    ExecutorService threads =
        (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    parallelTools(Context.taskWrapping(threads), 200);
    threads.shutdown();
  }

  @Test
  void toolsOnPoolsFindTheirCalls() throws Exception {
    parallelTools(Context.taskWrapping(pool), 50);
  }

  /** Each tool call has arguments of its own, so each must find exactly its call. */
  private void parallelTools(ExecutorService threads, int count) {
    agent(
        () -> {
          LlmToolCall[] calls = new LlmToolCall[count];
          for (int i = 0; i < count; i++) {
            calls[i] = new LlmToolCall("call_" + i, "search", "{\"query\":\"q" + i + "\"}");
          }
          ask(calls);
          CountDownLatch all = new CountDownLatch(count);
          for (int i = 0; i < count; i++) {
            String query = "q" + i;
            threads.execute(
                () -> {
                  search(query);
                  all.countDown();
                });
          }
          await(all);
        });

    SpanData reasoning = recorded.span("ask");
    assertThat(recorded.spans())
        .filteredOn(span -> span.getName().equals("execute_tool search"))
        .hasSize(count)
        .allSatisfy(span -> assertThat(span.getParentSpanId()).isEqualTo(reasoning.getSpanId()))
        .allSatisfy(
            span ->
                assertThat(Recorded.attributes(span))
                    .containsEntry("spanloom.tool_call.correlation", "arguments"))
        .extracting(span -> Recorded.attributes(span).get(GenAi.TOOL_CALL_ID))
        .doesNotHaveDuplicates();
  }

  @Test
  void callsBeyondTheBoundAreDroppedAndCounted() {
    agent(
        () -> {
          LlmToolCall[] calls = new LlmToolCall[PendingCalls.CAPACITY + 3];
          for (int i = 0; i < calls.length; i++) {
            calls[i] = new LlmToolCall("call_" + i, "search", "{}");
          }
          ask(calls);
          searchById("call_0");
          searchById("call_3");
        });

    assertThat(Recorded.attributes(recorded.span("invoke_agent agent")))
        .containsEntry("spanloom.tool_call.dropped", 3L);
    assertThat(recorded.spans())
        .filteredOn(span -> span.getName().equals("execute_tool search"))
        .extracting(span -> span.getLinks().size())
        .containsExactly(0, 1);
  }

  @Test
  void aScopeLeakedByATaskHoldsNothingBelowIt() {
    agent(
        () -> {
          leak();
          reasoning("call_1");
          search("a");
        });
    rank();

    assertThat(recorded.tree("session.id"))
        .isEqualTo(
            """
            invoke_agent agent
              leak
              reasoning
                chat m
                execute_tool search
            rank
            """);
  }

  @Test
  void aScopeClosedAfterTheCallChangesNothing() {
    agent(
        () -> {
          Scope[] late = new Scope[1];
          leakTo(late);
          reasoning("call_1");
          late[0].close();
          search("a");
          rank();
        });
    rank();

    assertThat(recorded.tree())
        .isEqualTo(
            """
            invoke_agent agent
              leakTo
              reasoning
                chat m
                execute_tool search
              rank
            rank
            """);
  }

  @Test
  void aScopeClosedOnAnotherThreadChangesNothing() {
    agent(
        () -> {
          Scope[] late = new Scope[1];
          leakTo(late);
          Future<?> closing =
              pool.submit(
                  () -> {
                    late[0].close();
                    rank();
                  });
          await(closing);
          reasoning("call_1");
          search("a");
        });
    rank();

    assertThat(recorded.tree())
        .isEqualTo(
            """
            invoke_agent agent
              leakTo
              reasoning
                chat m
                execute_tool search
            rank
            rank
            """);
  }

  @Test
  @SuppressWarnings("MustBeClosedChecker") // closed in the wrong place: that is the point
  void aScopeClosedByTheMethodItWasOpenAroundChangesNothing() {
    agent(
        () -> {
          Scope around = AgentContext.builder().sessionId("s").build().makeCurrent();
          closing(around);
          rank();
        });
    rank();

    assertThat(recorded.tree("session.id"))
        .isEqualTo("invoke_agent agent\n  closing s\n    rank s\n  rank s\nrank\n");
  }

  @Agent("agent")
  void agent(Runnable body) {
    body.run();
  }

  @Workflow
  void session(@SessionId String session, Runnable body) {
    body.run();
  }

  @Task
  void reasoning(String... ids) {
    LlmToolCall[] calls = new LlmToolCall[ids.length];
    for (int i = 0; i < ids.length; i++) {
      calls[i] = new LlmToolCall(ids[i], "search", "{\"query\":\"a\"}");
    }
    complete(new Request("m", List.of()), calls);
  }

  @Task
  void ask(LlmToolCall... calls) {
    complete(new Request("m", List.of()), calls);
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
  String searchById(@ToolCallId String id) {
    return "found";
  }

  /** Fails to search. */
  @Tool("search")
  String fail(@ToolCallId String id) {
    throw new IllegalStateException("no luck");
  }

  /** Has another agent do it. */
  @Tool
  void delegate(@ToolCallId String id) {
    subAgent();
  }

  @Agent("sub")
  void subAgent() {
    reasoning("call_s");
    search("a");
  }

  @Task(kind = Task.Kind.STEP)
  void rank() {}

  @Task
  @SuppressWarnings("MustBeClosedChecker") // the leak is the point
  void leak() {
    Scope leaked = AgentContext.builder().sessionId("leaked").build().makeCurrent();
    assertThat(leaked).isNotNull();
  }

  @Task
  @SuppressWarnings("MustBeClosedChecker") // the leak is the point
  void leakTo(Scope[] scope) {
    scope[0] = AgentContext.builder().sessionId("leaked").build().makeCurrent();
  }

  @Task
  void closing(Scope foreign) {
    foreign.close();
    rank();
  }

  private static void in(AgentContext context, Runnable body) {
    try (Scope scope = context.makeCurrent()) {
      assertThat(scope).isNotNull();
      body.run();
    }
  }

  private static void meet(CyclicBarrier others) {
    try {
      others.await(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
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
