package io.spanloom.benchmarks.cpu;

import io.spanloom.benchmarks.call.Telemetry;
import io.spanloom.benchmarks.call.ToolCallBenchmark;
import io.spanloom.benchmarks.call.WorkflowBenchmark;
import java.util.List;
import java.util.function.IntSupplier;

/** What is called. */
enum Subject {
  TOOL("tool call", 20_000, true) {
    @Override
    IntSupplier call(Telemetry telemetry, Form form) {
      ToolCallBenchmark tool = new ToolCallBenchmark();
      tool.telemetry = telemetry;
      tool.start();
      return switch (form) {
        case WOVEN -> () -> tool.woven().length();
        case FROM_CODE -> () -> tool.fromCode().length();
        case ON_BUILDER -> () -> tool.handWrittenOnBuilder().length();
        case ON_SPAN -> () -> tool.handWrittenOnSpan().length();
      };
    }
  },
  WORKFLOW("workflow of 50 spans", 400, false) {
    @Override
    IntSupplier call(Telemetry telemetry, Form form) {
      WorkflowBenchmark workflow = new WorkflowBenchmark();
      workflow.telemetry = telemetry;
      workflow.start();
      return switch (form) {
        case WOVEN -> workflow::woven;
        case ON_BUILDER -> workflow::handWrittenOnBuilder;
        case ON_SPAN -> workflow::handWrittenOnSpan;
        case FROM_CODE -> throw new IllegalArgumentException("no workflow is traced from code");
      };
    }
  };

  private final String title;
  private final int callsInRound;
  private final boolean fromCode;

  Subject(String title, int callsInRound, boolean fromCode) {
    this.title = title;
    this.callsInRound = callsInRound;
    this.fromCode = fromCode;
  }

  /** Makes one call each time it is asked; the JVM traces in that state from now on. */
  abstract IntSupplier call(Telemetry telemetry, Form form);

  String title() {
    return title;
  }

  /** A round has about 20,000 spans. */
  int callsInRound() {
    return callsInRound;
  }

  List<Form> forms() {
    return fromCode ? List.of(Form.values()) : List.of(Form.WOVEN, Form.ON_BUILDER, Form.ON_SPAN);
  }
}
