package io.spanloom.benchmarks.cpu;

import io.spanloom.benchmarks.call.Telemetry;
import java.util.List;
import java.util.function.IntSupplier;

/** What is called. */
enum Subject {
  TOOL("tool call", 20_000),
  WORKFLOW("workflow of 50 spans", 400),
  MODEL("model call", 5_000),
  FUTURE("tool that answers later", 10_000),
  TASK("task handed to another thread, in a span", 50_000),
  SHORT_CONTENT("4 KiB of content, redacted", 500),
  LONG_CONTENT("256 KiB of content, redacted", 8),
  TOOLS("tool call, two threads", 20_000),
  WORKFLOWS("workflow of 50 spans, two threads", 400),
  MODELS("model call, two threads", 2_000);

  private final String title;
  private final int callsInRound;

  Subject(String title, int callsInRound) {
    this.title = title;
    this.callsInRound = callsInRound;
  }

  /** Makes one call each time it is asked; the JVM traces in that state from now on. */
  IntSupplier call(Telemetry telemetry, Form form) {
    return switch (this) {
      case TOOL, TOOLS -> Calls.tool(telemetry, form);
      case WORKFLOW, WORKFLOWS -> Calls.workflow(telemetry, form);
      case MODEL, MODELS -> Calls.model(telemetry, form);
      case FUTURE -> Calls.future(telemetry, form);
      case TASK -> Calls.task(telemetry, form);
      case SHORT_CONTENT -> Calls.content(4_096, form);
      case LONG_CONTENT -> Calls.content(262_144, form);
    };
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

  List<Telemetry> states() {
    return switch (this) {
      case TOOL, WORKFLOW, MODEL, FUTURE -> List.of(Telemetry.SAMPLED, Telemetry.UNSAMPLED);
      default -> List.of(Telemetry.SAMPLED);
    };
  }

  List<Form> forms() {
    return switch (this) {
      case TOOL -> List.of(Form.values());
      case TASK -> List.of(Form.WOVEN, Form.ON_SPAN);
      default -> List.of(Form.WOVEN, Form.ON_BUILDER, Form.ON_SPAN);
    };
  }

  /** How many times the time of the reference a woven call may take. */
  double bar(Telemetry state) {
    return switch (this) {
      case TOOL, TOOLS -> state == Telemetry.SAMPLED ? 1.05 : 1.2;
      case WORKFLOW, WORKFLOWS -> 1.1;
      case SHORT_CONTENT, LONG_CONTENT -> 1.5;
      default -> 1;
    };
  }
}
