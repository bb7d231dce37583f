package io.spanloom.internal.metric;

import io.spanloom.annotations.GenAi;
import io.spanloom.internal.convention.Conventions;
import io.spanloom.internal.convention.SpanProperty;
import io.spanloom.internal.convention.SpanRole;
import java.util.List;

/**
 * What differs between versions of the GenAI conventions in metrics.
 *
 * <p>Instruments a version does not have are recorded under the name of the version that brought
 * them: a dashboard without tool durations helps nobody.
 */
enum MetricConvention {
  /** Up to 1.36. */
  GENAI_1_36("genai-1.36", "gen_ai.client.operation.", "gen_ai.workflow.duration", false),
  /** The pinned version, 1.41.1. */
  GENAI("genai", "gen_ai.client.operation.", "gen_ai.workflow.duration", false),
  /**
   * The conventions' own repository: tokens are counters, model calls and workflows have new names.
   */
  GENAI_DEV("genai-dev", "gen_ai.client.inference.", "gen_ai.invoke_workflow.duration", true);

  private final String id;
  private final String inference;
  private final String workflowDuration;
  private final boolean countsTokens;

  MetricConvention(String id, String inference, String workflowDuration, boolean countsTokens) {
    this.id = id;
    this.inference = inference;
    this.workflowDuration = workflowDuration;
    this.countsTokens = countsTokens;
  }

  /** The first GenAI convention of those chosen; OpenInference has no metrics. */
  static MetricConvention of(List<String> conventionIds) {
    for (String id : conventionIds) {
      for (MetricConvention convention : values()) {
        if (convention.id.equals(id)) {
          return convention;
        }
      }
    }
    return GENAI;
  }

  /** The key of the provider, which is the one on spans. */
  String providerKey() {
    return Conventions.key(id, SpanRole.LLM, SpanProperty.PROVIDER, GenAi.PROVIDER_NAME);
  }

  /** What the names of the metrics of model calls begin with. */
  String inference() {
    return inference;
  }

  String workflowDuration() {
    return workflowDuration;
  }

  boolean countsTokens() {
    return countsTokens;
  }
}
