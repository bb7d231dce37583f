package io.spanloom.springboot;

import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.spanloom.SpanloomOptions;
import io.spanloom.sdk.SpanloomSdk;
import io.spanloom.sdk.TraceFile;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/** Starts the SDK of an application that has none. */
final class SdkBeans {

  private static final String TRACE_FILE = "spanloom.trace.file";

  private static final System.Logger LOG = System.getLogger("io.spanloom.springboot");

  private SdkBeans() {}

  /**
   * An SDK with all beans that are span processors, as Spring Boot's has them, that its context
   * closes, after the beans that use it. It does not become the global one, which nobody could
   * replace when the application is restarted in the same Java machine.
   */
  static SpanloomSdk start(
      Environment environment, SpanloomOptions options, Stream<SpanProcessor> processors) {
    EnvironmentSettings settings = new EnvironmentSettings(environment);
    SpanloomSdk.Builder builder =
        SpanloomSdk.builder()
            .serviceName(environment.getProperty("spring.application.name", "application"))
            .options(options)
            .global(false)
            .closeAtExit(false);
    processors.forEach(builder::spanProcessor);
    settings.openTelemetry().forEach(builder::setting);
    Map<String, String> values = settings.spanloom();
    if (values.containsKey(TRACE_FILE)) {
      builder.traceFile(Path.of(values.get(TRACE_FILE)));
    }
    return builder.start();
  }

  /** Writes spans to the configured file. One that cannot be written is a warning. */
  static SpanProcessor traceFile(Environment environment) {
    String file = new EnvironmentSettings(environment).spanloom().getOrDefault(TRACE_FILE, "");
    try {
      return SimpleSpanProcessor.create(TraceFile.at(Path.of(file)));
    } catch (IOException | InvalidPathException failure) {
      LOG.log(
          System.Logger.Level.WARNING,
          "Cannot write spans to the file of "
              + TRACE_FILE
              + ": "
              + failure.getClass().getName()
              + ". Name a file that can be written.");
      return SpanProcessor.composite();
    }
  }
}
