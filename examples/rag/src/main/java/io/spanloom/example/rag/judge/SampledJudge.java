package io.spanloom.example.rag.judge;

import io.opentelemetry.context.Scope;
import io.spanloom.AgentContext;
import io.spanloom.JudgeSampler;
import io.spanloom.example.rag.answer.Answer;
import io.spanloom.example.rag.answer.Reviewer;
import java.time.Duration;

/** Has a share of the answers judged, after they are given: nobody waits for it. */
public final class SampledJudge implements Reviewer, AutoCloseable {

  /** What judging costs is not the cost of the feature that is judged. */
  private static final AgentContext EVALUATION =
      AgentContext.builder().feature("evaluation").build();

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final GroundednessJudge judge;
  private final JudgeSampler sampler;

  /**
   * A judge of a share.
   *
   * @param ratio which part of the answers is judged, from 0 to 1
   */
  public SampledJudge(GroundednessJudge judge, double ratio) {
    this.judge = judge;
    this.sampler = JudgeSampler.builder().ratio(ratio).closeTimeout(PATIENCE).build();
  }

  @Override
  public void review(Answer answer) {
    sampler.judge(evaluated -> judge(answer));
  }

  /** Waits for the judgements that are under way. */
  @Override
  public void close() {
    sampler.close();
  }

  @SuppressWarnings("try") // the scope is there to be closed
  private void judge(Answer answer) {
    try (Scope scope = EVALUATION.makeCurrent()) {
      judge.judge(answer);
    }
  }
}
