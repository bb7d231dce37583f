package io.spanloom.internal.metric;

import io.spanloom.annotations.GenAi;
import java.util.List;

/**
 * What differs between versions of the GenAI conventions in metrics.
 *
 * <p>Instruments a version does not have are recorded under the name of the version that brought
 * them: a dashboard without tool durations helps nobody.
 */
enum MetricConvention {
  /** Up to 1.36: the provider is the "system". */
  GENAI_1_36("gen_ai.system", "gen_ai.workflow.duration", false),
  /** The pinned version, 1.41.1. */
  GENAI(GenAi.PROVIDER_NAME, "gen_ai.workflow.duration", false),
  /** The conventions' own repository: tokens are counters, and workflows have a new name. */
  GENAI_DEV(GenAi.PROVIDER_NAME, "gen_ai.invoke_workflow.duration", true);

  private final String providerKey;
  private final String workflowDuration;
  private final boolean countsTokens;

  MetricConvention(String providerKey, String workflowDuration, boolean countsTokens) {
    this.providerKey = providerKey;
    this.workflowDuration = workflowDuration;
    this.countsTokens = countsTokens;
  }

  /** The first GenAI convention of those chosen; OpenInference has no metrics. */
  static MetricConvention of(List<String> conventionIds) {
    for (String id : conventionIds) {
      switch (id) {
        case "genai" -> {
          return GENAI;
        }
        case "genai-1.36" -> {
          return GENAI_1_36;
        }
        case "genai-dev" -> {
          return GENAI_DEV;
        }
        default -> {}
      }
    }
    return GENAI;
  }

  String providerKey() {
    return providerKey;
  }

  String workflowDuration() {
    return workflowDuration;
  }

  boolean countsTokens() {
    return countsTokens;
  }
}
