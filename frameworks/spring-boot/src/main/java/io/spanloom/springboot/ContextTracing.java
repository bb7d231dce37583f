package io.spanloom.springboot;

import io.opentelemetry.api.OpenTelemetry;
import io.spanloom.Spanloom;
import io.spanloom.SpanloomOptions;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.DisposableBean;

/**
 * Tracing for as long as an application context lives. Spanloom traces with one OpenTelemetry at a
 * time, that of the context which started last; when it is closed, the one before takes over again.
 */
final class ContextTracing implements DisposableBean {

  private static final List<ContextTracing> OPEN = new ArrayList<>();

  private final OpenTelemetry openTelemetry;
  private final SpanloomOptions options;

  private ContextTracing(OpenTelemetry openTelemetry, SpanloomOptions options) {
    this.openTelemetry = openTelemetry;
    this.options = options;
  }

  /** Traces with the given OpenTelemetry from now on. */
  static ContextTracing install(OpenTelemetry openTelemetry, SpanloomOptions options) {
    ContextTracing tracing = ofInstalled(openTelemetry, options);
    tracing.install();
    return tracing;
  }

  /** The same for an OpenTelemetry that Spanloom traces with already. */
  static ContextTracing ofInstalled(OpenTelemetry openTelemetry, SpanloomOptions options) {
    ContextTracing tracing = new ContextTracing(openTelemetry, options);
    synchronized (OPEN) {
      OPEN.add(tracing);
    }
    return tracing;
  }

  private void install() {
    Spanloom.install(openTelemetry, options);
  }

  @Override
  public void destroy() {
    synchronized (OPEN) {
      boolean wasLast = OPEN.get(OPEN.size() - 1) == this;
      OPEN.remove(this);
      if (wasLast && !OPEN.isEmpty()) {
        OPEN.get(OPEN.size() - 1).install();
      }
    }
  }
}
