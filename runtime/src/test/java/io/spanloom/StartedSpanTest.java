package io.spanloom;

import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.spanloom.Recorded.attributes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.spanloom.ModelSdk.Request;
import io.spanloom.ModelSdk.Response;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.Steps;
import io.spanloom.annotations.Task;
import io.spanloom.content.ContentMode;
import io.spanloom.internal.call.Tracing;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmToolCall;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Spans for APIs that call back: started here, ended elsewhere. */
@SuppressWarnings("try") // a scope is only there to be closed
class StartedSpanTest {

  private static final String END = "spanloom.end";
  private static final String CORRELATION = "spanloom.tool_call.correlation";

  private Recorded recorded =
      Recorded.with(SpanloomOptions.builder().content(ContentMode.SPAN_ONLY).build());

  @AfterEach
  void close() {
    recorded.close();
  }

  @Test
  void endsOnAnotherThreadWithItsResult() {
    StartedSpan[] search = new StartedSpan[1];
    agent(
        () -> {
          search[0] = Spans.tool("search").input("q").start();
          assertThat(Span.current().getSpanContext()).isNotEqualTo(search[0].spanContext());
          rank();
        });
    assertThat(recorded.tree()).isEqualTo("invoke_agent agent\n  rank\n");

    onAnotherThread(
        () -> {
          try (Scope scope = search[0].makeCurrent()) {
            rank();
          }
          assertThat(Span.current().getSpanContext().isValid()).isFalse();
          search[0].end("found");
        });

    assertThat(recorded.tree("output.value"))
        .isEqualTo(
            """
            invoke_agent agent
              execute_tool search found
                rank
              rank
            """);
  }

  @Test
  void isTheSpanThatACallHas() {
    Spans.tool("search").description("Searches.").callId("call_1").arguments("{}").call(() -> "x");
    Spans.tool("search").description("Searches.").callId("call_1").arguments("{}").start().end("x");
    Spans.llmCall(null, null).request(request()).call(() -> Response.saying("hi"));
    Spans.llmCall(null, null).request(request()).start().end(Response.saying("hi"));
    Spans.task("rank").run(() -> {});
    Spans.task("rank").start().end();

    List<SpanData> spans = recorded.spans();
    assertThat(spans).hasSize(6);
    for (int i = 0; i < spans.size(); i += 2) {
      assertThat(spans.get(i + 1).getName()).isEqualTo(spans.get(i).getName());
      assertThat(spans.get(i + 1).getKind()).isEqualTo(spans.get(i).getKind());
      assertThat(attributes(spans.get(i + 1))).isEqualTo(attributes(spans.get(i)));
    }
  }

  @Test
  void parallelToolsFindTheirCallsWhenTheyStart() {
    Spans.agent("agent")
        .steps(Steps.AUTO)
        .run(
            () -> {
              StartedSpan chat = Spans.llmCall("openai", "m").start();
              chat.end(Response.asking(call("call_1", "{\"a\":1}"), call("call_2", "{\"a\":2}")));
              StartedSpan second = Spans.tool("search").arguments("{\"a\":2}").start();
              StartedSpan first = Spans.tool("search").arguments("{\"a\":1}").start();
              first.end();
              second.fail(new IOException("gone"));
            });

    assertThat(recorded.tree(GenAi.TOOL_CALL_ID, CORRELATION))
        .isEqualTo(
            """
            invoke_agent agent
              step 1
                chat m
                execute_tool search call_2 arguments ERROR
                execute_tool search call_1 arguments
            """);
  }

  @Test
  void aFailureIsTheSpans() {
    Spans.tool("a").start().fail(new IOException("gone"));
    Spans.tool("b").start().fail(new CompletionException(new IOException("gone")));
    Spans.tool("c").start().fail(null);

    assertThat(recorded.tree("error.type"))
        .isEqualTo(
            """
            execute_tool a java.io.IOException ERROR
            execute_tool b java.io.IOException ERROR
            execute_tool c
            """);
  }

  @Test
  void aResultThatSettlesLaterEndsTheSpanThen() {
    CompletableFuture<String> result = new CompletableFuture<>();
    Spans.tool("search").start().end(result);
    assertThat(recorded.spans()).isEmpty();
    result.complete("found");

    assertThat(recorded.tree("output.value")).isEqualTo("execute_tool search found\n");
  }

  @Test
  void endsOnceAndIgnoresWhatComesLater() {
    StartedSpan span = Spans.tool("search").start();
    span.setAttribute("app.early", true).addEvent("early");
    span.end("first");
    span.end("second");
    span.fail(new IOException("third"));
    span.end();
    span.setAttribute("app.late", true)
        .usage(1, 1)
        .addEvent("late")
        .decision("late", "late", 1, "late");
    Spans.tool("next").run(() -> span.setAttribute("app.late", true).setAttribute("x", 1));

    assertThat(recorded.tree("app.early", "app.late", "x", "output.value"))
        .isEqualTo("execute_tool search true first\nexecute_tool next\n");
    assertThat(recorded.span("execute_tool search").getEvents())
        .extracting(event -> event.getName())
        .containsExactly("early");
    assertThat(span.spanContext().isValid()).isTrue();
    assertThat(Tracing.failureCount()).isZero();
  }

  @Test
  void manyThreadsMayEndIt() throws Exception {
    int threads = 4;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      for (int round = 0; round < 50; round++) {
        StartedSpan span = Spans.llmCall("openai", "m").start();
        CyclicBarrier together = new CyclicBarrier(threads);
        List<Future<?>> ends =
            List.of(
                pool.submit(() -> afterAll(together, () -> span.end(Response.saying("hi")))),
                pool.submit(() -> afterAll(together, () -> span.fail(new IOException("gone")))),
                pool.submit(() -> afterAll(together, () -> span.usage(1, 1).addEvent("late"))),
                pool.submit(() -> afterAll(together, span::end)));
        for (Future<?> end : ends) {
          end.get();
        }
      }
    } finally {
      pool.shutdown();
    }

    assertThat(recorded.spans()).hasSize(50);
    assertThat(Tracing.failureCount()).isZero();
  }

  @Test
  void usageFromAnyThreadCountsForCostAndTotals() {
    agent(
        () -> {
          StartedSpan chat = Spans.llmCall("anthropic", "claude-sonnet-4-5").start();
          onAnotherThread(() -> chat.usage(1000, 100));
          chat.end();
        });

    assertThat(attributes(recorded.span("chat claude-sonnet-4-5")))
        .containsEntry("llm.token_count.prompt", 1000L)
        .containsEntry(GenAi.USAGE_OUTPUT_TOKENS, 100L);
    SpanData agent = recorded.span("invoke_agent agent");
    assertThat(agent.getAttributes().get(doubleKey("spanloom.total.cost")))
        .isCloseTo((1000 * 3.0 + 100 * 15.0) / 1_000_000, within(1e-12));
  }

  @Test
  void whatIsNeverEndedEndsWhenItIsCollected() throws Exception {
    Spans.tool("search").start().setAttribute("app.text", "x");

    recorded.awaitSpansWhileCollecting(1);

    assertThat(recorded.tree("app.text", END)).isEqualTo("execute_tool search x unobserved\n");
  }

  @Test
  void aScopeKeepsItsSpan() {
    StartedSpan outer = Spans.agent("outer").start();
    try (Scope first = outer.makeCurrent()) {
      try (Scope again = outer.makeCurrent()) {
        Spans.task("inner").run(() -> {});
      }
      Spans.current().setAttribute("app.here", true);
    }
    outer.end();

    assertThat(recorded.tree("app.here")).isEqualTo("invoke_agent outer true\n  inner\n");
  }

  @Test
  void belowADroppedSpanNothingIsRecorded() {
    try (OpenTelemetrySdk dropping =
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .setSampler(Sampler.alwaysOff())
                    .addSpanProcessor(SimpleSpanProcessor.create(InMemorySpanExporter.create()))
                    .build())
            .build()) {
      Spanloom.install(dropping);
      StartedSpan span = Spans.agent("agent").start();
      try (Scope scope = span.makeCurrent()) {
        assertThat(Span.current().getSpanContext()).isEqualTo(span.spanContext());
        rank();
      }
      span.setAttribute("x", 1).addEvent("y");
      span.end("result");
      span.end();

      assertThat(span.spanContext().isValid()).isTrue();
      assertThat(span.spanContext().isSampled()).isFalse();
      assertThat(Tracing.failureCount()).isZero();
    }
  }

  @Agent("agent")
  void agent(Runnable body) {
    body.run();
  }

  @Task
  void rank() {}

  private static void onAnotherThread(Runnable code) {
    Thread thread = new Thread(code);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private static Void afterAll(CyclicBarrier together, Runnable code) throws Exception {
    together.await();
    code.run();
    return null;
  }

  private static Request request() {
    return new Request("m", List.of(LlmMessage.of("user", "hi")));
  }

  private static LlmToolCall call(String id, String arguments) {
    return new LlmToolCall(id, "search", arguments);
  }
}
