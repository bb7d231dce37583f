package io.spanloom.weaver.view;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.spanloom.AgentContext;
import io.spanloom.Spanloom;
import io.spanloom.SpanloomOptions;
import io.spanloom.Spans;
import io.spanloom.ToolCalls;
import io.spanloom.content.ContentMode;
import io.spanloom.sdk.TraceFile;
import java.io.IOException;
import java.nio.file.Path;

/** An agent's trace, recorded by the runtime and written by its exporter. */
final class RealTrace {

  private RealTrace() {}

  /** Runs the agent and writes what it did to this file. */
  @SuppressWarnings("try") // a scope is only closed
  static Path recordedTo(Path file) throws IOException {
    Resource service =
        Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "research"));
    try (SdkTracerProvider provider =
            SdkTracerProvider.builder()
                .setResource(service)
                .addSpanProcessor(SimpleSpanProcessor.create(TraceFile.at(file)))
                .build();
        OpenTelemetrySdk sdk = OpenTelemetrySdk.builder().setTracerProvider(provider).build()) {
      Spanloom.install(sdk, SpanloomOptions.builder().content(ContentMode.SPAN_ONLY).build());
      try (var context = AgentContext.builder().sessionId("session-1").build().makeCurrent()) {
        Spans.agent("research").input("May a landlord do that?").run(RealTrace::research);
      }
    }
    return file;
  }

  private static void research() {
    Spans.task("reasoning")
        .run(
            () -> {
              chat(100, 10, "call_1", "search");
              Spans.tool("search").arguments("{\"q\":\"law\"}").run(() -> {});
            });
    Spans.task("reasoning")
        .run(
            () -> {
              chat(200, 20, "call_2", "validate");
              validate();
            });
    Spans.current().decision("route", "answer", 0.87, "enough is known");
  }

  private static void chat(long input, long output, String callId, String tool) {
    Spans.llmCall("openai", "gpt-4.1-mini")
        .run(
            () -> {
              Spans.current().usage(input, output);
              ToolCalls.announce(callId, tool, "{\"q\":\"law\"}");
            });
  }

  private static void validate() {
    try {
      Spans.tool("validate")
          .callId("call_2")
          .run(
              () -> {
                throw new IllegalStateException("the validator is closed");
              });
    } catch (IllegalStateException expected) {
      // The agent answers without.
    }
  }
}
