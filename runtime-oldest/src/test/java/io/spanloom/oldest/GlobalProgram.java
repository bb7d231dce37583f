package io.spanloom.oldest;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.spanloom.Spans;
import io.spanloom.sdk.ConsoleTree;
import java.util.Objects;

/** A program that leaves it to Spanloom to find the global OpenTelemetry. */
final class GlobalProgram {

  private GlobalProgram() {}

  /** Sets a global OpenTelemetry after its first call if any argument is given. */
  public static void main(String[] arguments) {
    call("first");
    if (arguments.length > 0) {
      SdkTracerProvider provider =
          SdkTracerProvider.builder().addSpanProcessor(ConsoleTree.toStandardOutput()).build();
      try (OpenTelemetrySdk global =
          OpenTelemetrySdk.builder().setTracerProvider(provider).buildAndRegisterGlobal()) {
        Objects.requireNonNull(global);
        call("second");
      }
    }
  }

  private static void call(String tool) {
    System.out.println(Spans.tool(tool).call(() -> tool + " works"));
  }
}
