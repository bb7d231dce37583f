package io.spanloom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.spanloom.annotations.Evaluation;
import io.spanloom.annotations.Task;
import io.spanloom.internal.call.Tracing;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Judging a share of the traces, off the threads that answer. */
class JudgeSamplerTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  private final Recorded recorded = Recorded.withDefaults();

  @AfterEach
  void close() {
    recorded.close();
  }

  @Test
  void aJudgesSpansStandBelowWhatIsJudged() throws InterruptedException {
    try (JudgeSampler judges = JudgeSampler.builder().ratio(1).build()) {
      answer(judges, evaluated -> groundedness());
      assertThat(judges.flush(LONG)).isTrue();

      assertThat(recorded.tree()).isEqualTo("answer\n  evaluation groundedness\n");
      assertThat(judges.judged()).isEqualTo(1);
    }
  }

  @Test
  void theShareIsDecidedByTheTraceAndNotByHowItsIdIsSampled() {
    try (JudgeSampler judges = JudgeSampler.builder().build();
        JudgeSampler others = JudgeSampler.builder().build()) {
      Random random = new Random(7);
      int picked = 0;
      int pickedOfSmall = 0;
      int small = 0;
      for (int i = 0; i < 20_000; i++) {
        long low = random.nextLong();
        SpanContext span = span(random.nextLong(), low, TraceFlags.getSampled());
        assertThat(others.picks(span)).isEqualTo(judges.picks(span));
        boolean sampledByRatio = (low & Long.MAX_VALUE) < Long.MAX_VALUE / 10;
        picked += judges.picks(span) ? 1 : 0;
        small += sampledByRatio ? 1 : 0;
        pickedOfSmall += sampledByRatio && judges.picks(span) ? 1 : 0;
      }
      assertThat(picked / 20_000.0).isBetween(0.14, 0.16);
      assertThat((double) pickedOfSmall / small).isBetween(0.12, 0.18);
    }
  }

  @Test
  void noneAndAll() {
    try (JudgeSampler none = JudgeSampler.builder().ratio(0).build();
        JudgeSampler all = JudgeSampler.builder().ratio(1).build()) {
      SpanContext span = span(-1, -1, TraceFlags.getSampled());
      assertThat(none.picks(span)).isFalse();
      assertThat(all.picks(span)).isTrue();
      assertThat(all.picks(span(-1, -1, TraceFlags.getDefault()))).isFalse();
      assertThat(all.picks(SpanContext.getInvalid())).isFalse();
      assertThat(all.judge(evaluated -> {})).isFalse();
    }
  }

  @Test
  void whatDoesNotFitIsDroppedAndCounted() throws InterruptedException {
    Semaphore running = new Semaphore(0);
    CountDownLatch goOn = new CountDownLatch(1);
    try (JudgeSampler judges = JudgeSampler.builder().ratio(1).queueSize(1).build()) {
      JudgeSampler.Judge slow =
          evaluated -> {
            running.release();
            goOn.await();
          };
      assertThat(answer(judges, slow)).isTrue();
      running.acquire();
      assertThat(answer(judges, slow)).isTrue();
      assertThat(answer(judges, slow)).isFalse();
      assertThat(judges.dropped()).isEqualTo(1);

      goOn.countDown();
      assertThat(judges.flush(LONG)).isTrue();
      assertThat(judges.judged()).isEqualTo(2);
    }
  }

  @Test
  void whatAJudgeThrowsIsCountedAndReachesNobody() throws InterruptedException {
    long before = Tracing.failureCount();
    try (JudgeSampler judges = JudgeSampler.builder().ratio(1).build()) {
      answer(
          judges,
          evaluated -> {
            throw new AssertionError("the judge is out");
          });
      answer(judges, evaluated -> groundedness());
      assertThat(judges.flush(LONG)).isTrue();

      assertThat(judges.failed()).isEqualTo(1);
      assertThat(judges.judged()).isEqualTo(1);
      assertThat(Tracing.failureCount()).isEqualTo(before + 1);
    }
  }

  @Test
  void closingRunsWhatWasTaken() {
    JudgeSampler judges = JudgeSampler.builder().ratio(1).threads(2).build();
    for (int i = 0; i < 20; i++) {
      answer(judges, evaluated -> groundedness());
    }
    judges.close();

    assertThat(judges.judged()).isEqualTo(20);
    assertThat(answer(judges, evaluated -> groundedness())).isFalse();
    assertThat(judges.dropped()).isEqualTo(1);
  }

  @Test
  void closingGivesUpOnWhatDoesNotEnd() throws InterruptedException {
    JudgeSampler judges =
        JudgeSampler.builder().ratio(1).closeTimeout(Duration.ofMillis(1)).build();
    CountDownLatch never = new CountDownLatch(1);
    answer(judges, evaluated -> never.await());
    answer(judges, evaluated -> never.await());
    judges.close();

    assertThat(judges.flush(LONG)).isTrue();
    assertThat(judges.judged()).isZero();
    assertThat(judges.dropped() + judges.failed()).isEqualTo(2);
  }

  @Test
  void aRatioIsBetweenNoneAndAll() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JudgeSampler.builder().ratio(1.5))
        .withMessage("ratio must be between 0 and 1, was 1.5");
    assertThatIllegalArgumentException().isThrownBy(() -> JudgeSampler.builder().queueSize(0));
  }

  @Task
  boolean answer(JudgeSampler judges, JudgeSampler.Judge judge) {
    return judges.judge(judge);
  }

  @Evaluation("groundedness")
  double groundedness() {
    return 1;
  }

  private static SpanContext span(long high, long low, TraceFlags flags) {
    String traceId = String.format("%016x%016x", high, low);
    return SpanContext.create(traceId, "00000000000000aa", flags, TraceState.getDefault());
  }
}
