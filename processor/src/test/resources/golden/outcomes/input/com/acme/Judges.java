package com.acme;

import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.Embedding;
import io.spanloom.annotations.Evaluation;
import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.Guardrail;
import io.spanloom.annotations.OpenInference;
import io.spanloom.annotations.Sensitive;
import java.util.List;
import java.util.Optional;

/** Guardrails, evaluations and embeddings whose results are the program's own types. */
class Judges {

  enum Level {
    BLOCK,
    PASS
  }

  record Checked(boolean allowed, Level verdict, @Sensitive String reason) {}

  record Verdict(Integer score, Level verdict, String rationale) {}

  record Points(double points, String label) {}

  record Batch(List<float[]> embeddings, double[] mean, int tokens) {}

  @Guardrail
  boolean isHarmless(String text) {
    return true;
  }

  @Guardrail
  Level level(String text) {
    return Level.PASS;
  }

  @Guardrail
  Checked check(String text) {
    return new Checked(true, Level.PASS, "");
  }

  @Evaluation
  Optional<Verdict> judge(
      @Attribute(key = OpenInference.LLM_PROMPT_TEMPLATE_VERSION) String promptVersion) {
    return Optional.empty();
  }

  @Evaluation
  @Attribute(key = GenAi.EVALUATION_SCORE_VALUE, path = "points")
  Points points() {
    return new Points(0, "");
  }

  @Embedding(model = "m")
  Batch embed(List<String> texts) {
    return new Batch(List.of(), new double[0], 0);
  }
}
