package io.spanloom.benchmarks.cpu;

import static io.spanloom.benchmarks.call.Telemetry.SAMPLED;
import static io.spanloom.benchmarks.call.Telemetry.UNSAMPLED;

import io.spanloom.benchmarks.call.Telemetry;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** What is called. */
enum Subject {
  TOOL("tool call", 20_000, Map.of(SAMPLED, 1.05, UNSAMPLED, 1.2), Calls::tool),
  WORKFLOW("workflow of 50 spans", 400, Map.of(SAMPLED, 1.1, UNSAMPLED, 1.1), Calls::workflow),
  MODEL("model call", 5_000, Map.of(SAMPLED, 1.0, UNSAMPLED, 1.0), Calls::model),
  FUTURE("tool that answers later", 10_000, Map.of(SAMPLED, 1.0, UNSAMPLED, 1.0), Calls::future),
  TASK("task handed to another thread, in a span", 50_000, Map.of(SAMPLED, 1.0), Calls::task),
  SHORT_CONTENT("4 KiB of content, redacted", 500, Map.of(SAMPLED, 1.5), Calls::shortContent),
  LONG_CONTENT("256 KiB of content, redacted", 8, Map.of(SAMPLED, 1.5), Calls::longContent),
  TOOLS("tool call, two threads", 20_000, Map.of(SAMPLED, 1.05), Calls::tool),
  WORKFLOWS("workflow of 50 spans, two threads", 400, Map.of(SAMPLED, 1.1), Calls::workflow),
  MODELS("model call, two threads", 5_000, Map.of(SAMPLED, 1.0), Calls::model);

  private final String title;
  private final int callsInRound;
  private final Map<Telemetry, Double> bars;
  private final BiFunction<Telemetry, Form, IntSupplier> calls;

  Subject(
      String title,
      int callsInRound,
      Map<Telemetry, Double> bars,
      BiFunction<Telemetry, Form, IntSupplier> calls) {
    this.title = title;
    this.callsInRound = callsInRound;
    this.bars = bars;
    this.calls = calls;
  }

  /** Makes one call each time it is asked; the JVM traces in that state from now on. */
  IntSupplier call(Telemetry telemetry, Form form) {
    return calls.apply(telemetry, form);
  }

  String title() {
    return title;
  }

  /** A round takes some milliseconds. */
  int callsInRound() {
    return callsInRound;
  }

  /** How many threads call at the same time. */
  int threads() {
    return this == TOOLS || this == WORKFLOWS || this == MODELS ? 2 : 1;
  }

  /**
   * How many times the reference a woven call may take; {@code null} if it is not measured in that
   * state.
   */
  @Nullable Double bar(Telemetry state) {
    return bars.get(state);
  }

  List<Form> forms() {
    return switch (this) {
      case TOOL -> List.of(Form.values());
      case TASK -> List.of(Form.WOVEN, Form.ON_SPAN);
      default -> List.of(Form.WOVEN, Form.ON_BUILDER, Form.ON_SPAN);
    };
  }
}
