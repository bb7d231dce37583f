package io.spanloom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.opentelemetry.context.Context;
import io.spanloom.ModelSdk.Request;
import io.spanloom.ModelSdk.Response;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.Tool;
import io.spanloom.annotations.Workflow;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Totals of workflows and agents count every call below them once. */
class RollUpTest {

  private static final Request REQUEST = new Request("gpt-4.1-mini", List.of());
  private static final String[] TOTALS = {
    "spanloom.total.inference_calls", "spanloom.total.tool_calls", "spanloom.total.input_tokens"
  };

  private final Recorded recorded = Recorded.withDefaults();
  private final CompletableFuture<Response> late = new CompletableFuture<>();

  @AfterEach
  void close() {
    recorded.close();
  }

  @Test
  void parallelToolsWithTheirOwnModelCalls() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      parallel(pool);
    } finally {
      pool.shutdown();
    }

    assertThat(totals("invoke_workflow parallel")).isEqualTo("8 8 800");
  }

  @Test
  void agentsInAgentsCountForEach() {
    outer();

    assertThat(totals("invoke_agent outer")).isEqualTo("2 1 200");
    assertThat(totals("invoke_agent inner")).isEqualTo("1 0 100");
  }

  @Test
  void aFailedTryIsACallWithoutTokens() {
    retrying();

    assertThat(totals("invoke_agent retrying")).isEqualTo("2 0 100");
  }

  @Test
  void aModelCallThatOutlivesItsAgentCountsForTheWorkflowThatWaits() throws Exception {
    waiting();

    assertThat(totals("invoke_agent hasty")).isEqualTo("0 0");
    assertThat(totals("invoke_workflow waiting")).isEqualTo("1 0 100");
  }

  private String totals(String span) {
    StringBuilder text = new StringBuilder();
    for (String key : TOTALS) {
      Object value = Recorded.attributes(recorded.span(span)).get(key);
      text.append(value == null ? "" : value + " ");
    }
    return text.toString().trim();
  }

  @Workflow
  void parallel(ExecutorService pool) throws InterruptedException, ExecutionException {
    List<Future<String>> results =
        Context.taskWrapping(pool).invokeAll(Collections.nCopies(8, this::summarize));
    for (Future<String> result : results) {
      assertThat(result.get()).isEqualTo("hi");
    }
  }

  /** Summarizes. */
  @Tool
  String summarize() {
    return complete(REQUEST).text();
  }

  @Agent
  void outer() {
    complete(REQUEST);
    delegate();
  }

  /** Delegates. */
  @Tool
  void delegate() {
    inner();
  }

  @Agent
  void inner() {
    complete(REQUEST);
  }

  @Agent
  void retrying() {
    assertThat(catchThrowable(() -> refuse(REQUEST))).isNotNull();
    complete(REQUEST);
  }

  @Workflow
  void waiting() throws InterruptedException, ExecutionException {
    AtomicReference<CompletableFuture<Response>> answer = new AtomicReference<>();
    hasty(answer);
    assertThat(late.complete(Response.saying("hi"))).isTrue();
    assertThat(answer.get().get().text()).isEqualTo("hi");
  }

  /** Hands the answer over by a side door, so that its own span does not wait for it. */
  @Agent
  void hasty(AtomicReference<CompletableFuture<Response>> answer) {
    answer.set(completeLater(REQUEST));
  }

  @LlmCall
  CompletableFuture<Response> completeLater(Request request) {
    return late;
  }

  @LlmCall
  Response complete(Request request) {
    return Response.saying("hi");
  }

  @LlmCall
  Response refuse(Request request) {
    throw new IllegalStateException("overloaded");
  }
}
