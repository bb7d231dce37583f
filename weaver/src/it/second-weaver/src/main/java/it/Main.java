package it;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.spanloom.Spanloom;
import io.spanloom.sdk.ConsoleTree;

final class Main {

  public static void main(String[] arguments) throws Exception {
    SdkTracerProvider provider =
        SdkTracerProvider.builder().addSpanProcessor(ConsoleTree.toStandardOutput()).build();
    try (OpenTelemetrySdk sdk = OpenTelemetrySdk.builder().setTracerProvider(provider).build()) {
      Spanloom.install(sdk);
      new Shop().serve("pie");
    }
    System.out.println(
        "audited " + AuditAspect.audited + ", submitted " + AuditAspect.submitted);
  }
}
