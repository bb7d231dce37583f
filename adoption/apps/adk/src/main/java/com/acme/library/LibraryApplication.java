package com.acme.library;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;

public final class LibraryApplication {

  public static void main(String[] arguments) {
    try (OpenTelemetrySdk global = openTelemetry(System.getenv("OTEL_EXPORTER_OTLP_ENDPOINT"))) {
      Librarian librarian =
          new Librarian(System.getenv("MODEL_URL"), System.getenv("MODEL_API_KEY"));
      System.out.println(librarian.answer("reader-7", "Is Walden there? Keep it for me."));
    }
    System.exit(0); // the client's threads would linger
  }

  /** What ADK's own spans need, with what ADK brings. */
  private static OpenTelemetrySdk openTelemetry(String endpoint) {
    OtlpHttpSpanExporter exporter =
        OtlpHttpSpanExporter.builder().setEndpoint(endpoint + "/v1/traces").build();
    return OpenTelemetrySdk.builder()
        .setTracerProvider(
            SdkTracerProvider.builder()
                .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
                .build())
        .buildAndRegisterGlobal();
  }

  private LibraryApplication() {}
}
