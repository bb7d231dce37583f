package io.spanloom.springboot.actuate;

import io.spanloom.internal.call.Tracing;
import io.spanloom.internal.weaving.TracedMethod;
import io.spanloom.internal.weaving.TracedModule;
import io.spanloom.internal.weaving.Weaving;
import io.spanloom.springboot.SpanCounter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is traced, how, and how often. */
final class TracingReport {

  private final ClassLoader loader;
  private final @Nullable SpanCounter counter;

  TracingReport(ClassLoader loader, @Nullable SpanCounter counter) {
    this.loader = loader;
    this.counter = counter;
  }

  /** Whether there is an OpenTelemetry to trace with. */
  boolean isTracing() {
    return counter != null && Tracing.installed() != null;
  }

  /** The settings in force, by name. */
  Map<String, Object> settings() {
    Tracing tracing = Tracing.installed();
    return tracing == null ? Map.of() : tracing.settings().inForce();
  }

  /** Sampled spans by their states, and Spanloom's own failures. */
  Map<String, Long> counters() {
    Map<String, Long> counters = new LinkedHashMap<>();
    if (counter != null) {
      long ended = counter.ended(); // first: else spans that end meanwhile are less than none
      counters.put("started", counter.started());
      counters.put("ended", ended);
      counters.put("errors", counter.failed());
    }
    counters.put("failures", Tracing.failureCount());
    return counters;
  }

  /** The modules that were compiled for tracing, with their methods. */
  List<Module> modules() {
    Weaving weaving = new Weaving(loader);
    return TracedModule.find(loader).stream()
        .map(
            module ->
                new Module(
                    module.place(),
                    module.methods().stream().map(method -> method(method, weaving)).toList()))
        .toList();
  }

  private static Method method(TracedMethod method, Weaving weaving) {
    return new Method(
        method.type(),
        method.method(),
        method.annotation().replaceFirst(".*\\.", "@"),
        method.span(),
        weaving.isWoven(method));
  }

  /**
   * A directory or jar.
   *
   * @param place where it is
   */
  record Module(String place, List<Method> methods) {}

  /**
   * A method.
   *
   * @param type the class that declares it
   * @param span the name of its span
   * @param woven whether its calls are traced
   */
  record Method(String type, String name, String annotation, String span, boolean woven) {}
}
