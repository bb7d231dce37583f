package it;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.spanloom.Spanloom;
import io.spanloom.sdk.ConsoleTree;

final class Main {

  public static void main(String[] arguments) {
    SdkTracerProvider provider =
        SdkTracerProvider.builder().addSpanProcessor(ConsoleTree.toStandardOutput()).build();
    try (OpenTelemetrySdk sdk = OpenTelemetrySdk.builder().setTracerProvider(provider).build()) {
      Spanloom.install(sdk);
      System.out.println("answer: " + new Catalogue("attic").search(new Query("Ada", 3)));
    }
  }
}
