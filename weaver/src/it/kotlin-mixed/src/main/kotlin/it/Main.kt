package it

import io.opentelemetry.sdk.OpenTelemetrySdk
import io.opentelemetry.sdk.trace.SdkTracerProvider
import io.spanloom.Spanloom
import io.spanloom.sdk.ConsoleTree

fun main() {
  val provider =
      SdkTracerProvider.builder().addSpanProcessor(ConsoleTree.toStandardOutput()).build()
  OpenTelemetrySdk.builder().setTracerProvider(provider).build().use { sdk ->
    Spanloom.install(sdk)
    println("answer: " + Librarian(Catalogue()).answer("s-1", "Ada"))
  }
}
