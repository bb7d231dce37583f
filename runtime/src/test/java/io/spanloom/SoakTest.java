package io.spanloom;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.spanloom.ModelSdk.Request;
import io.spanloom.ModelSdk.Response;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.SessionId;
import io.spanloom.annotations.Tool;
import io.spanloom.internal.call.Tracing;
import io.spanloom.llm.LlmToolCall;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Memory stays flat however long a session lasts; run by {@code mvn -pl runtime -am -Psoak
 * -Dtest=SoakTest -Dsurefire.failIfNoSpecifiedTests=false verify}.
 */
@Tag("soak")
@SuppressWarnings("try") // scopes are there to be closed
class SoakTest {

  private static final int WARM = 100_000;
  private static final int ALL = 1_000_000;
  private static final long MARGIN = 4L << 20;

  private final Forgetful exporter = new Forgetful();
  private OpenTelemetrySdk sdk;

  @BeforeEach
  void install() {
    sdk =
        OpenTelemetrySdk.builder()
            .setMeterProvider(
                SdkMeterProvider.builder()
                    .registerMetricReader(InMemoryMetricReader.create())
                    .build())
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                    .build())
            .build();
    Spanloom.install(sdk);
  }

  @AfterEach
  void close() {
    sdk.close();
  }

  @Test
  void oneSessionWithAMillionModelCallsWhoseToolCallsNobodyClaims() {
    endless("s-1", this::ask, "pending calls of one session");

    assertThat(exporter.spans.sum()).isEqualTo(ALL + 1);
    assertThat(Tracing.failureCount()).isZero();
  }

  @Test
  void oneSessionWithAMillionToolSpansOfOneRoot() {
    endless("s-1", i -> search("query " + i), "tool spans of one root");

    assertThat(exporter.spans.sum()).isEqualTo(ALL + 1);
  }

  @Test
  void toolNamesWithoutEnd() {
    endless("s-1", i -> dispatch("tool-" + i), "tool names");
  }

  @Test
  void aMillionSessions() {
    flat(
        i -> {
          try (Scope scope =
              AgentContext.builder().sessionId("s-" + i).tenant("t-" + i).build().makeCurrent()) {
            ask(i);
          }
        },
        "sessions");
  }

  @Agent
  void endless(@SessionId String session, IntConsumer step, String what) {
    flat(step, what);
  }

  @LlmCall
  Response ask(int i) {
    return complete(new Request("gpt-4.1-mini", List.of()), i);
  }

  private static Response complete(Request request, int i) {
    return Response.asking(new LlmToolCall("call-" + i, "search", "{\"q\":\"" + i + "\"}"));
  }

  /** Searches. */
  @Tool
  String search(String query) {
    return query;
  }

  /** Calls any tool. */
  @Tool
  void dispatch(@Attribute(key = GenAi.TOOL_NAME) String name) {}

  private static void flat(IntConsumer step, String what) {
    for (int i = 0; i < WARM; i++) {
      step.accept(i);
    }
    long early = usedHeap();
    for (int i = WARM; i < ALL; i++) {
      step.accept(i);
    }
    long late = usedHeap();
    System.out.printf(
        "%s: %,d KiB after %,d, %,d KiB after %,d%n", what, early >> 10, WARM, late >> 10, ALL);
    assertThat(late).as("heap after " + ALL + " " + what).isLessThan(early + MARGIN);
  }

  static long usedHeap() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }

  /** Counts spans and keeps none. */
  static final class Forgetful implements SpanExporter {

    final LongAdder spans = new LongAdder();

    @Override
    public CompletableResultCode export(Collection<SpanData> batch) {
      spans.add(batch.size());
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }
}
