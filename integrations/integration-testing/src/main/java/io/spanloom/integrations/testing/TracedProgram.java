package io.spanloom.integrations.testing;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.spanloom.Spanloom;
import io.spanloom.Spans;
import io.spanloom.internal.call.Tracing;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** A program that has nothing to do with any library. */
public final class TracedProgram implements Callable<List<String>> {

  private final List<String> lines = new ArrayList<>();

  /** Called by {@link WithoutLibrary}, in a class loader of its own. */
  public TracedProgram() {}

  @Override
  public List<String> call() {
    Logger logger = Logger.getLogger("io.spanloom");
    Log log = new Log();
    logger.addHandler(log);
    try {
      return trace();
    } finally {
      logger.removeHandler(log);
    }
  }

  private List<String> trace() {
    Spanloom.install(
        OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder().addSpanProcessor(new Names()).build())
            .build());
    String found = Spans.tool("lookup").call(() -> "found");
    lines.add(found);
    lines.add(Tracing.failureCount() + " failures");
    return lines;
  }

  /** A line for each message, and another for each stack trace. */
  private final class Log extends Handler {

    @Override
    public void publish(LogRecord message) {
      lines.add(message.getMessage());
      if (message.getThrown() != null) {
        lines.add("with a stack trace: " + message.getThrown());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private final class Names implements SpanProcessor {

    @Override
    public void onStart(Context parentContext, ReadWriteSpan span) {}

    @Override
    public boolean isStartRequired() {
      return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
      lines.add(span.getName());
    }

    @Override
    public boolean isEndRequired() {
      return true;
    }
  }
}
