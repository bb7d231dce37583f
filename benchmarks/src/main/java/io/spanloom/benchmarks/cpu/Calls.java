package io.spanloom.benchmarks.cpu;

import io.spanloom.benchmarks.call.FutureBenchmark;
import io.spanloom.benchmarks.call.SubmitBenchmark;
import io.spanloom.benchmarks.call.Telemetry;
import io.spanloom.benchmarks.call.ToolCallBenchmark;
import io.spanloom.benchmarks.call.WorkflowBenchmark;
import io.spanloom.benchmarks.content.ContentBenchmark;
import io.spanloom.benchmarks.model.ModelCallBenchmark;
import java.util.function.IntSupplier;

/** The calls of the benchmarks, one by one. */
final class Calls {

  private Calls() {}

  static IntSupplier tool(Telemetry telemetry, Form form) {
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

  static IntSupplier workflow(Telemetry telemetry, Form form) {
    WorkflowBenchmark workflow = new WorkflowBenchmark();
    workflow.telemetry = telemetry;
    workflow.start();
    return switch (form) {
      case WOVEN -> workflow::woven;
      case FROM_CODE -> throw missing(form);
      case ON_BUILDER -> workflow::handWrittenOnBuilder;
      case ON_SPAN -> workflow::handWrittenOnSpan;
    };
  }

  static IntSupplier model(Telemetry telemetry, Form form) {
    ModelCallBenchmark model = new ModelCallBenchmark();
    model.telemetry = telemetry;
    model.start();
    return switch (form) {
      case WOVEN -> () -> model.woven().id().length();
      case FROM_CODE -> throw missing(form);
      case ON_BUILDER -> () -> model.handWrittenOnBuilder().id().length();
      case ON_SPAN -> () -> model.handWrittenOnSpan().id().length();
    };
  }

  static IntSupplier future(Telemetry telemetry, Form form) {
    FutureBenchmark future = new FutureBenchmark();
    future.telemetry = telemetry;
    future.start();
    return switch (form) {
      case WOVEN -> () -> future.woven().join().length();
      case FROM_CODE -> throw missing(form);
      case ON_BUILDER -> () -> future.handWrittenOnBuilder().join().length();
      case ON_SPAN -> () -> future.handWrittenOnSpan().join().length();
    };
  }

  static IntSupplier task(Telemetry telemetry, Form form) {
    SubmitBenchmark task = new SubmitBenchmark();
    task.telemetry = telemetry;
    task.start();
    return form == Form.WOVEN ? task::woven : task::handWritten;
  }

  static IntSupplier content(int characters, Form form) {
    ContentBenchmark content = new ContentBenchmark();
    content.characters = characters;
    content.prepare();
    ContentBenchmark.Recorded recorded = new ContentBenchmark.Recorded();
    recorded.start();
    return switch (form) {
      case WOVEN -> () -> content.woven(recorded).length();
      case FROM_CODE -> throw missing(form);
      case ON_BUILDER -> () -> content.handWrittenOnBuilder(recorded).length();
      case ON_SPAN -> () -> content.handWrittenOnSpan(recorded).length();
    };
  }

  private static IllegalArgumentException missing(Form form) {
    return new IllegalArgumentException("Not measured: " + form);
  }
}
