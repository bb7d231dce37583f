package io.spanloom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.SessionId;
import io.spanloom.annotations.Tool;
import io.spanloom.annotations.ToolCallId;
import io.spanloom.internal.call.Tracing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls of which no span is recorded: what others see of them all the same. */
@SuppressWarnings("NoJsonForm") // the tests hand their tools what these are to do
class UnsampledTest {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final SpanContext NOT_SAMPLED =
      SpanContext.createFromRemoteParent(
          TRACE, "b7ad6b7169203331", TraceFlags.getDefault(), TraceState.getDefault());

  private Recorded recorded = Recorded.withDefaults();

  @AfterEach
  void close() {
    recorded.close();
  }

  @Test
  void messagesContinueTheTraceThatIsNotSampled() {
    Map<String, String> headers = new HashMap<>();

    unsampled(() -> agent("s-1", () -> inject(headers)));

    assertThat(headers).containsOnlyKeys("traceparent");
    assertThat(headers.get("traceparent")).startsWith("00-" + TRACE + "-").endsWith("-00");
    assertThat(headers.get("traceparent")).doesNotContain(NOT_SAMPLED.getSpanId());
    assertThat(recorded.tree()).isEmpty();
  }

  @Test
  void theSessionTravels() {
    recorded.close();
    recorded = Recorded.with(SpanloomOptions.builder().baggage("session.id").build());
    Map<String, String> headers = new HashMap<>();

    unsampled(() -> agent("s-1", () -> inject(headers)));

    assertThat(headers).containsEntry("baggage", "session.id=s-1");
    assertThat(Baggage.current().isEmpty()).isTrue();
  }

  @Test
  void aSampledTraceBelowHasItsSession() {
    unsampled(
        () ->
            agent(
                "s-1",
                () -> {
                  try (Scope other = Context.current().with(Span.getInvalid()).makeCurrent()) {
                    assertThat(other).isNotNull();
                    search("a");
                  }
                }));

    assertThat(recorded.tree("session.id")).isEqualTo("execute_tool search s-1\n");
  }

  @Test
  void theToolTakesItsCallFromThoseThatCameLater() {
    inSession(
        () -> {
          ToolCalls.announce("call_1", "search", "{\"query\":\"a\"}");
          ToolCalls.announce("call_2", "search", "{\"query\":\"a\"}");
          unsampled(() -> inSession(() -> search("a")));
          search("a");
        });

    assertThat(recorded.tree(GenAi.TOOL_CALL_ID)).isEqualTo("execute_tool search call_2\n");
  }

  @Test
  void theCurrentToolCallIsForOneToolAlone() {
    Map<String, String> outer = new HashMap<>();
    Map<String, String> inner = new HashMap<>();

    unsampled(
        () -> {
          try (Scope scope = ToolCalls.scope("call_1")) {
            assertThat(scope).isNotNull();
            delegate(
                () -> {
                  inject(outer);
                  explicit("call_2", "a", () -> inject(inner));
                });
          }
        });

    assertThat(outer).containsEntry("spanloom-tool-call", "call_1;tool=delegate");
    assertThat(inner).containsEntry("spanloom-tool-call", "call_2;tool=explicit");
  }

  @Test
  void whatLeavesTheMethodIsUntouched() {
    IllegalStateException thrown = new IllegalStateException("on purpose");
    CompletableFuture<String> late = new CompletableFuture<>();

    unsampled(
        () -> {
          assertThatThrownBy(
                  () ->
                      delegate(
                          () -> {
                            throw thrown;
                          }))
              .isSameAs(thrown);
          assertThat(later(late)).isSameAs(late);
        });
    late.complete("done");

    assertThat(Span.current().getSpanContext().isValid()).isFalse();
    assertThat(recorded.tree()).isEmpty();
    assertThat(Tracing.failureCount()).isZero();
  }

  @Test
  void onlyTheFirstOfThoseNobodyHearsOfHasASpan() {
    List<SpanContext> seen = new ArrayList<>();

    unsampled(
        () ->
            agent(
                "s-1",
                () -> {
                  seen.add(Span.current().getSpanContext());
                  delegate(() -> seen.add(Span.current().getSpanContext()));
                  delegate(() -> seen.add(Span.current().getSpanContext()));
                }));

    assertThat(seen).hasSize(3);
    assertThat(seen.stream().distinct()).hasSize(1);
    assertThat(seen.get(0).isSampled()).isFalse();
    assertThat(seen.get(0).getTraceId()).isEqualTo(TRACE);
    assertThat(seen.get(0)).isNotEqualTo(NOT_SAMPLED);
  }

  @Test
  void aSpanOfOthersThatIsRecordedWithoutBeingSampledIsTheirs() {
    SdkTracerProvider others =
        SdkTracerProvider.builder()
            .setSampler(recordingOnly())
            .addSpanProcessor(SimpleSpanProcessor.create(InMemorySpanExporter.create()))
            .build();
    Span span = others.get("others").spanBuilder("theirs").setNoParent().startSpan();

    try (Scope scope = span.makeCurrent()) {
      assertThat(scope).isNotNull();
      delegate(() -> assertThat(Span.current().getSpanContext().isSampled()).isFalse());
    }

    assertThat(span.isRecording()).isTrue();
    span.end();
    others.close();
  }

  private static Sampler recordingOnly() {
    return new Sampler() {
      @Override
      public SamplingResult shouldSample(
          Context parent,
          String traceId,
          String name,
          SpanKind kind,
          Attributes attributes,
          List<LinkData> links) {
        return SamplingResult.recordOnly();
      }

      @Override
      public String getDescription() {
        return "RecordingOnly";
      }
    };
  }

  private static void unsampled(Runnable body) {
    try (Scope scope = Context.root().with(Span.wrap(NOT_SAMPLED)).makeCurrent()) {
      assertThat(scope).isNotNull();
      body.run();
    }
  }

  private static void inSession(Runnable body) {
    try (Scope session = AgentContext.builder().sessionId("s-1").build().makeCurrent()) {
      assertThat(session).isNotNull();
      body.run();
    }
  }

  private static void inject(Map<String, String> headers) {
    Propagation.inject(headers);
  }

  @Agent("agent")
  private static void agent(@SessionId String session, Runnable body) {
    body.run();
  }

  /** Searches. */
  @Tool
  private static String search(@Attribute(key = "app.query") String query) {
    return query;
  }

  /** Searches. */
  @Tool
  private static void explicit(@ToolCallId String id, String query, Runnable body) {
    body.run();
  }

  /** Has something done. */
  @Tool
  private static void delegate(Runnable body) {
    body.run();
  }

  /** Answers later. */
  @Tool
  private static CompletableFuture<String> later(CompletableFuture<String> answer) {
    return answer;
  }
}
