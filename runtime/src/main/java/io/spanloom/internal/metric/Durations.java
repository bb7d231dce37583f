package io.spanloom.internal.metric;

import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.spanloom.internal.convention.SpanRole;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The histograms of durations, in seconds. */
record Durations(
    DoubleHistogram operation,
    DoubleHistogram firstChunk,
    DoubleHistogram tool,
    DoubleHistogram agent,
    DoubleHistogram workflow) {

  static Durations of(Meter meter, MetricConvention convention) {
    return new Durations(
        seconds(
            meter,
            "gen_ai.client.operation.duration",
            "Duration of an operation of a model or its data",
            Buckets.OPERATION),
        seconds(
            meter,
            "gen_ai.client.operation.time_to_first_chunk",
            "Time to first chunk of a streamed response",
            Buckets.OPERATION),
        seconds(
            meter,
            "gen_ai.execute_tool.duration",
            "Duration of a tool's execution",
            Buckets.OPERATION),
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
      case LLM, EMBEDDING, RETRIEVAL -> operation;
      case TOOL -> tool;
      case AGENT -> agent;
      case WORKFLOW -> workflow;
      case TASK, RERANK, GUARDRAIL, EVALUATION -> null;
    };
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
