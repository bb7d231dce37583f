package io.spanloom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.ModelSdk.Request;
import io.spanloom.ModelSdk.Response;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.SessionId;
import io.spanloom.annotations.Steps;
import io.spanloom.annotations.Task;
import io.spanloom.annotations.Tool;
import io.spanloom.annotations.ToolCallId;
import io.spanloom.annotations.Workflow;
import io.spanloom.llm.LlmToolCall;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Workflows and agents that open a reasoning span for each of their model calls. */
class AutoStepsTest {

  private static final String[] KEYS = {GenAi.TOOL_CALL_ID, "spanloom.tool_call.correlation"};

  private final ExecutorService pool = Context.taskWrapping(Executors.newFixedThreadPool(2));
  private Recorded recorded = Recorded.withDefaults();

  @AfterEach
  void close() {
    pool.shutdown();
    recorded.close();
  }

  @Test
  void aPlainLoopShowsItsSteps() {
    agent(
        () -> {
          ask("call_1", "call_2");
          search("call_1");
          search("call_2");
          ask("call_3");
          search("call_3");
          ask();
        });

    assertThat(recorded.tree(KEYS))
        .isEqualTo(
            """
            invoke_agent agent
              step 1
                chat m
                execute_tool search call_1 explicit
                execute_tool search call_2 explicit
              step 2
                chat m
                execute_tool search call_3 explicit
              step 3
                chat m
            """);
  }

  @Test
  void aStepIsAReasoningSpanOfTheSession() {
    workflow("s-1", () -> ask());

    assertThat(Recorded.attributes(recorded.span("step 1")))
        .containsOnlyKeys("openinference.span.kind", "session.id", GenAi.CONVERSATION_ID)
        .containsEntry("openinference.span.kind", "CHAIN")
        .containsEntry("session.id", "s-1");
  }

  @Test
  void aStepEndsAtTheNextModelCallAndTheLastWithItsRun() {
    agent(
        () -> {
          ask("call_1");
          search("call_1");
          assertThat(recorded.tree()).doesNotContain("step");
          ask();
          assertThat(recorded.tree()).contains("step 1").doesNotContain("step 2");
        });

    List<SpanData> spans = recorded.spans();
    SpanData first = named(spans, "step 1");
    SpanData second = named(spans, "step 2");
    SpanData run = named(spans, "invoke_agent agent");
    assertThat(first.getEndEpochNanos()).isLessThanOrEqualTo(second.getStartEpochNanos());
    assertThat(second.getEndEpochNanos()).isLessThanOrEqualTo(run.getEndEpochNanos());
  }

  @Test
  void toolsOnOtherThreadsBelongToTheStepThatRequestedThem() {
    agent(
        () -> {
          ask("call_1", "call_2");
          CompletableFuture<?> one = CompletableFuture.runAsync(() -> search("call_1"), pool);
          CompletableFuture<?> two = CompletableFuture.runAsync(() -> search("call_2"), pool);
          CompletableFuture.allOf(one, two).join();
          CompletableFuture.runAsync(this::ask, pool).join();
        });

    assertThat(recorded.tree())
        .isEqualTo(
            """
            invoke_agent agent
              step 1
                chat m
                execute_tool search
                execute_tool search
              step 2
                chat m
            """);
  }

  @Test
  void anExplicitTaskNeedsNoStep() {
    agent(
        () -> {
          task(() -> ask("call_1"));
          search("call_1");
          ask();
        });

    assertThat(recorded.tree(KEYS))
        .isEqualTo(
            """
            invoke_agent agent
              reasoning
                chat m
                execute_tool search call_1 explicit
              step 1
                chat m
            """);
  }

  @Test
  void aToolsOwnModelCallIsNoStepOfTheAgent() {
    agent(
        () -> {
          ask("call_1");
          thinkingTool("call_1");
          search("call_2");
          ask();
        });

    assertThat(recorded.tree(KEYS))
        .isEqualTo(
            """
            invoke_agent agent
              step 1
                chat m
                execute_tool thinkingTool call_1 explicit
                  chat m
              execute_tool search call_2 explicit
              step 2
                chat m
            """);
  }

  @Test
  void nestedAgentsCountTheirOwn() {
    workflow(
        "s-1",
        () -> {
          ask("call_1");
          subAgentTool("call_1");
          ask();
        });

    assertThat(recorded.tree(KEYS))
        .isEqualTo(
            """
            invoke_workflow workflow
              step 1
                chat m
                execute_tool subAgentTool call_1 explicit
                  invoke_agent agent
                    step 1
                      chat m
                      execute_tool search call_a explicit
                    step 2
                      chat m
              step 2
                chat m
            """);
  }

  @Test
  void aModelCallWithinAModelCallIsPartOfItsStep() {
    agent(this::fallback);

    assertThat(recorded.tree())
        .isEqualTo(
            """
            invoke_agent agent
              step 1
                chat
                  chat m
            """);
  }

  @Test
  void aSessionEnteredInTheRunKeepsItsSteps() {
    agent(
        () -> {
          try (Scope session = AgentContext.builder().sessionId("inner").build().makeCurrent()) {
            assertThat(session).isNotNull();
            ask("call_1");
            search("call_1");
          }
        });

    assertThat(recorded.tree("session.id"))
        .isEqualTo(
            """
            invoke_agent agent
              step 1 inner
                chat m inner
                execute_tool search inner
            """);
  }

  @Test
  void aStepFailsWithItsModelCall() {
    agent(
        () -> {
          assertThat(catchThrowable(() -> refuse(new IllegalStateException("later")))).isNotNull();
          ask();
        });

    assertThat(recorded.tree("error.type"))
        .isEqualTo(
            """
            invoke_agent agent
              step 1 java.lang.IllegalStateException ERROR
                chat model_overloaded ERROR
              step 2
                chat m
            """);
  }

  @Test
  void aFailedToolIsNoFailureOfItsStep() {
    agent(
        () -> {
          ask("call_1");
          assertThat(catchThrowable(() -> failingTool("call_1"))).isNotNull();
          ask();
        });

    assertThat(recorded.tree())
        .isEqualTo(
            """
            invoke_agent agent
              step 1
                chat m
                execute_tool failingTool ERROR
              step 2
                chat m
            """);
  }

  @Test
  void whatARunFailsWithLeavesThroughItsLastStep() {
    Throwable thrown =
        catchThrowable(
            () ->
                agent(
                    () -> {
                      ask();
                      ask();
                      throw new IllegalStateException("enough");
                    }));

    assertThat(thrown).hasMessage("enough");
    assertThat(recorded.tree())
        .isEqualTo(
            """
            invoke_agent agent ERROR
              step 1
                chat m
              step 2 ERROR
                chat m
            """);
  }

  @Test
  void anAsynchronousRunKeepsItsStepOpenUntilItSettles() {
    CompletableFuture<String> answer = new CompletableFuture<>();
    asynchronous(answer);
    assertThat(recorded.tree()).isEqualTo("chat m\n");

    answer.complete("done");

    assertThat(recorded.tree()).isEqualTo("invoke_agent asynchronous\n  step 1\n    chat m\n");
  }

  @Test
  void overlappingModelCallsKeepTheirStepsOpen() {
    CompletableFuture<Response> slow = new CompletableFuture<>();
    CompletableFuture<Response> fast = new CompletableFuture<>();
    agent(
        () -> {
          later(slow);
          later(fast);
          assertThat(recorded.tree()).isEmpty();
          fast.complete(Response.asking(call("call_2")));
          search("call_2");
          slow.complete(Response.asking(call("call_1")));
          search("call_1");
        });

    assertThat(recorded.tree(KEYS))
        .isEqualTo(
            """
            invoke_agent agent
              step 1
                chat
                execute_tool search call_1 explicit
              step 2
                chat
                execute_tool search call_2 explicit
            """);
  }

  @Test
  void aStepLastsUntilItsToolsHaveRunThoughAnotherThreadAsksAModel() {
    agent(
        () -> {
          ask("call_1", "call_2");
          CompletableFuture.runAsync(() -> ask("call_3"), pool).join();
          search("call_1");
          assertThat(recorded.tree()).doesNotContain("step 1");
          search("call_2");
          assertThat(recorded.tree()).contains("step 1").doesNotContain("step 2");
          CompletableFuture.runAsync(() -> search("call_3"), pool).join();
          CompletableFuture.runAsync(this::ask, pool).join();
          assertThat(recorded.tree()).contains("step 2");
        });

    assertThat(recorded.tree(KEYS))
        .isEqualTo(
            """
            invoke_agent agent
              step 1
                chat m
                execute_tool search call_1 explicit
                execute_tool search call_2 explicit
              step 2
                chat m
                execute_tool search call_3 explicit
              step 3
                chat m
            """);
    assertEndsAfterWhatIsBelow("step 1");
    assertEndsAfterWhatIsBelow("step 2");
  }

  @Test
  void aStepOfOverlappingCallsLastsUntilItsToolsHaveRun() {
    CompletableFuture<Response> slow = new CompletableFuture<>();
    CompletableFuture<Response> fast = new CompletableFuture<>();
    agent(
        () -> {
          later(slow);
          later(fast);
          fast.complete(Response.asking(call("call_2")));
          ask();
          assertThat(recorded.tree()).doesNotContain("step");
          search("call_2");
          assertThat(recorded.tree()).contains("step 2").doesNotContain("step 1");
          slow.complete(Response.asking(call("call_1")));
          search("call_1");
          assertThat(recorded.tree()).contains("step 1");
        });

    assertEndsAfterWhatIsBelow("step 1");
    assertEndsAfterWhatIsBelow("step 2");
  }

  @Test
  void aStepLastsAsLongAsAToolThatAnswersLater() {
    CompletableFuture<String> found = new CompletableFuture<>();
    agent(
        () -> {
          ask("call_1");
          searchLater("call_1", found);
          ask();
          assertThat(recorded.tree()).doesNotContain("step 1");
          found.complete("found");
          assertThat(recorded.tree()).contains("step 1").doesNotContain("step 2");
        });

    assertThat(recorded.tree(GenAi.TOOL_CALL_ID))
        .isEqualTo(
            """
            invoke_agent agent
              step 1
                chat m
                execute_tool searchLater call_1
              step 2
                chat m
            """);
    assertEndsAfterWhatIsBelow("step 1");
  }

  /** The program may refuse a call, or execute it where nothing is traced. */
  @Test
  void aStepDoesNotWaitForWhatNobodyExecutes() {
    agent(
        () -> {
          ask("call_1");
          ask();
          assertThat(recorded.tree()).contains("step 1").doesNotContain("step 2");
        });

    assertThat(recorded.tree()).contains("  step 1\n    chat m\n  step 2\n");
  }

  private void assertEndsAfterWhatIsBelow(String step) {
    SpanData span = recorded.span(step);
    assertThat(recorded.spans())
        .filteredOn(below -> below.getParentSpanId().equals(span.getSpanId()))
        .isNotEmpty()
        .allSatisfy(
            below ->
                assertThat(below.getEndEpochNanos()).isLessThanOrEqualTo(span.getEndEpochNanos()));
  }

  @Test
  void afterItsRunAModelCallOpensNoStep() {
    Context[] leaked = new Context[1];
    agent(() -> leaked[0] = Context.current());
    leaked[0].wrap(() -> ask()).run();

    assertThat(recorded.tree()).isEqualTo("invoke_agent agent\nchat m\n");
  }

  @Test
  void aSpanOfTheUsersOwnDoesNotStandBetween() {
    agent(
        () -> {
          Span retry = recorded.sdk().getTracer("test").spanBuilder("retry").startSpan();
          try (Scope scope = retry.makeCurrent()) {
            assertThat(scope).isNotNull();
            ask("call_1");
          } finally {
            retry.end();
          }
          search("call_1");
        });

    assertThat(recorded.tree())
        .isEqualTo(
            """
            invoke_agent agent
              retry
                step 1
                  chat m
                  execute_tool search
            """);
  }

  @Test
  void withLexicalParentsTheStepHoldsItsModelCallAlone() {
    recorded.close();
    recorded = Recorded.with(SpanloomOptions.builder().reparentTools(false).build());
    agent(
        () -> {
          ask("call_1");
          search("call_1");
        });

    assertThat(recorded.tree())
        .isEqualTo("invoke_agent agent\n  step 1\n    chat m\n  execute_tool search\n");
  }

  @Agent(value = "agent", steps = Steps.AUTO)
  void agent(Runnable body) {
    body.run();
  }

  @Agent(steps = Steps.AUTO)
  CompletableFuture<String> asynchronous(CompletableFuture<String> answer) {
    ask();
    return answer;
  }

  @Workflow(value = "workflow", steps = Steps.AUTO)
  void workflow(@SessionId String session, Runnable body) {
    body.run();
  }

  @Task("reasoning")
  void task(Runnable body) {
    body.run();
  }

  void ask(String... ids) {
    LlmToolCall[] calls = new LlmToolCall[ids.length];
    for (int i = 0; i < ids.length; i++) {
      calls[i] = call(ids[i]);
    }
    complete(new Request("m", List.of()), calls);
  }

  @LlmCall
  Response complete(Request request, LlmToolCall... calls) {
    return Response.asking(calls);
  }

  @LlmCall
  CompletableFuture<Response> later(CompletableFuture<Response> response) {
    return response;
  }

  @LlmCall
  @SuppressWarnings("LlmCallWithoutUsage")
  void refuse(RuntimeException failure) {
    throw failure;
  }

  /** A client that asks another one. */
  @LlmCall
  @SuppressWarnings("LlmCallWithoutUsage")
  String fallback() {
    ask();
    return "raw";
  }

  /** Searches. */
  @Tool
  String search(@ToolCallId String id) {
    return "found";
  }

  /** Searches, and answers later. */
  @Tool
  @SuppressWarnings("NoJsonForm") // the test hands the tool what it is to return
  CompletableFuture<String> searchLater(@ToolCallId String id, CompletableFuture<String> found) {
    return found;
  }

  /** Asks a model itself. */
  @Tool
  String thinkingTool(@ToolCallId String id) {
    ask();
    return "thought";
  }

  /** Has an agent of its own. */
  @Tool
  String subAgentTool(@ToolCallId String id) {
    agent(
        () -> {
          ask("call_a");
          search("call_a");
          ask();
        });
    return "done";
  }

  /** Fails. */
  @Tool
  String failingTool(@ToolCallId String id) {
    throw new IllegalStateException("no luck");
  }

  private static SpanData named(List<SpanData> spans, String name) {
    return spans.stream().filter(span -> span.getName().equals(name)).findFirst().orElseThrow();
  }

  private static LlmToolCall call(String id) {
    return new LlmToolCall(id, "search", "{}");
  }
}
