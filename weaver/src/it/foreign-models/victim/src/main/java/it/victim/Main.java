package it.victim;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.spanloom.Spanloom;
import io.spanloom.sdk.ConsoleTree;

public final class Main {

  public static void main(String[] arguments) {
    SdkTracerProvider provider =
        SdkTracerProvider.builder().addSpanProcessor(ConsoleTree.toStandardOutput()).build();
    try (OpenTelemetrySdk telemetry =
        OpenTelemetrySdk.builder().setTracerProvider(provider).build()) {
      Spanloom.install(telemetry);
      new Bank().run();
    }
  }
}
