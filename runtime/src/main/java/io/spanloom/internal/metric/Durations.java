package io.spanloom.internal.metric;

import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.spanloom.internal.convention.SpanRole;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The histograms of durations, in seconds. */
record Durations(
    DoubleHistogram operation,
    DoubleHistogram inference,
    DoubleHistogram firstChunk,
    DoubleHistogram laterChunk,
    DoubleHistogram tool,
    DoubleHistogram agent,
    DoubleHistogram workflow) {

  private static final String OPERATION = "gen_ai.client.operation.duration";

  static Durations of(Meter meter, MetricConvention convention) {
    String model = convention.inference();
    DoubleHistogram operation =
        operation(meter, OPERATION, "Duration of an operation of a model or its data");
    return new Durations(
        operation,
        OPERATION.equals(model + "duration")
            ? operation
            : operation(meter, model + "duration", "Duration of a model call"),
        operation(
            meter, model + "time_to_first_chunk", "Time to first chunk of a streamed response"),
        operation(
            meter,
            model + "time_per_output_chunk",
            "Time between two chunks of a streamed response"),
        operation(meter, "gen_ai.execute_tool.duration", "Duration of a tool's execution"),
        seconds(meter, "gen_ai.invoke_agent.duration", "Duration of an agent's run", Buckets.AGENT),
        seconds(
            meter,
            convention.workflowDuration(),
            "Duration of a workflow's run",
            Buckets.WORKFLOW));
  }

  /** The histogram of a role's spans, or {@code null} if the conventions have none. */
  @Nullable DoubleHistogram of(SpanRole role) {
    return switch (role) {
      case LLM -> inference;
      case EMBEDDING, RETRIEVAL -> operation;
      case TOOL -> tool;
      case AGENT -> agent;
      case WORKFLOW -> workflow;
      case TASK, RERANK, GUARDRAIL, EVALUATION -> null;
    };
  }

  private static DoubleHistogram operation(Meter meter, String name, String description) {
    return seconds(meter, name, description, Buckets.OPERATION);
  }

  private static DoubleHistogram seconds(
      Meter meter, String name, String description, List<Double> boundaries) {
    return meter
        .histogramBuilder(name)
        .setUnit("s")
        .setDescription(description)
        .setExplicitBucketBoundariesAdvice(boundaries)
        .build();
  }
}
