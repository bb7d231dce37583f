package io.spanloom;

import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.spanloom.ModelSdk.Request;
import io.spanloom.ModelSdk.Response;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.Tool;
import io.spanloom.annotations.ToolCallId;
import io.spanloom.annotations.Workflow;
import io.spanloom.internal.call.Tracing;
import io.spanloom.llm.LlmToolCall;
import java.util.List;
import java.util.function.Consumer;

/**
 * A program of its own that works on files, as a coding agent does: in each of its sessions a model
 * asks for many tool calls with whole files as arguments.
 */
public final class ManySessions {

  private static final int LENGTH = 30_000;

  /** What becomes of the calls. */
  enum Fate {
    /** No tool runs. */
    UNCLAIMED,
    /** The program hands the id over. */
    BY_ID,
    /** The tool finds its call by its arguments. */
    BY_ARGUMENTS
  }

  private final Fate fate;
  private final Consumer<String> texts;

  /**
   * The program.
   *
   * @param texts is told of each text that is an argument
   */
  ManySessions(Fate fate, Consumer<String> texts) {
    this.fate = fate;
    this.texts = texts;
  }

  /** Runs so many sessions with so many calls, and prints the heap after a tenth and after all. */
  public static void main(String[] args) {
    int sessions = Integer.parseInt(args[1]);
    int calls = Integer.parseInt(args[2]);
    SoakTest.Forgetful exporter = new SoakTest.Forgetful();
    OpenTelemetrySdk sdk =
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                    .build())
            .setMeterProvider(
                SdkMeterProvider.builder()
                    .registerMetricReader(InMemoryMetricReader.create())
                    .build())
            .build();
    Spanloom.install(sdk);
    ManySessions program = new ManySessions(Fate.valueOf(args[0]), text -> {});
    for (int session = 0; session < sessions; session++) {
      program.session(session, calls);
      if (session == sessions / 10) {
        System.out.println("early " + usedKiB());
      }
    }
    System.out.println("late " + usedKiB());
    System.out.println("spans " + exporter.spans.sum());
    System.out.println("failures " + Tracing.failureCount());
    sdk.close();
  }

  @SuppressWarnings("try") // the scope is there to be closed
  void session(int session, int calls) {
    try (Scope scope = AgentContext.builder().sessionId("s-" + session).build().makeCurrent()) {
      work(session, calls);
    }
  }

  @Workflow
  void work(int session, int calls) {
    for (int call = 0; call < calls; call++) {
      String id = "call_" + session + "_" + call;
      String file = ("line " + call + " of " + session + "; ").repeat(LENGTH / 16);
      String json = "{\"path\":\"a.txt\",\"text\":\"" + file + "\"}";
      texts.accept(file);
      texts.accept(json);
      complete(new Request("m", List.of()), new LlmToolCall(id, "write", json));
      switch (fate) {
        case UNCLAIMED -> {}
        case BY_ID -> writeById(id, "a.txt", file);
        case BY_ARGUMENTS -> write("a.txt", file);
      }
    }
  }

  @LlmCall
  Response complete(Request request, LlmToolCall call) {
    return Response.asking(call);
  }

  /** Writes a file. */
  @Tool
  void write(String path, String text) {}

  /** Writes a file. */
  @Tool("write")
  @SuppressWarnings("DuplicateTool") // one tool, called in two ways
  void writeById(@ToolCallId String id, String path, String text) {}

  private static long usedKiB() {
    return SoakTest.usedHeap() >> 10;
  }
}
