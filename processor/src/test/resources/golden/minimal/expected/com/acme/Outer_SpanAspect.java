package com.acme;

import io.opentelemetry.api.common.AttributeKey;
import io.spanloom.internal.advice.Frame;
import io.spanloom.internal.advice.SpanSpec;
import io.spanloom.internal.capture.AttributeSlot;
import javax.annotation.processing.Generated;
import org.aspectj.lang.annotation.AfterReturning;
import org.aspectj.lang.annotation.AfterThrowing;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;

/** Traces the methods of {@code Outer}. */
@Aspect
@Generated(
    value = "io.spanloom.processor.SpanloomProcessor",
    comments = "from com.acme.Outer in Outer.java")
final class Outer_SpanAspect {
  /** {@code Outer.relevance()} */
  private static final SpanSpec RELEVANCE =
      SpanSpec.evaluation("relevance")
          .method("com.acme.Outer", "relevance")
          .build();

  private static final String RELEVANCE_EXECUTION =
      "execution(double com.acme.Outer.relevance())"
          + " && within(com.acme.Outer)";

  private static final AttributeSlot<Double> RELEVANCE_GEN_AI_EVALUATION_SCORE_VALUE =
      AttributeSlot.of(AttributeKey.doubleKey("gen_ai.evaluation.score.value"));

  /** {@code Outer.retrieve()} */
  private static final SpanSpec RETRIEVE =
      SpanSpec.retrieval("retrieve")
          .method("com.acme.Outer", "retrieve")
          .dataSource("cases")
          .build();

  private static final String RETRIEVE_EXECUTION =
      "execution(void com.acme.Outer.retrieve())"
          + " && within(com.acme.Outer)";

  @AfterThrowing(pointcut = RELEVANCE_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void relevanceFailed(Throwable thrown) {
    Frame.failed(RELEVANCE, thrown);
  }

  @AfterReturning(pointcut = RELEVANCE_EXECUTION, returning = "result", argNames = "result")
  public void relevanceReturned(double result) {
    Frame.returned(RELEVANCE, result, Outer_SpanAspect::captureRelevanceResult);
  }

  private static void captureRelevanceResult(Frame frame, double result) {
    frame.set(RELEVANCE_GEN_AI_EVALUATION_SCORE_VALUE, result);
  }

  @Before(RELEVANCE_EXECUTION)
  public void beforeRelevance() {
    Frame frame = Frame.enter(RELEVANCE);
    if (frame == null) {
      return;
    }
    frame.start();
  }

  @AfterThrowing(pointcut = RETRIEVE_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void retrieveFailed(Throwable thrown) {
    Frame.failed(RETRIEVE, thrown);
  }

  @AfterReturning(pointcut = RETRIEVE_EXECUTION)
  public void retrieveReturned() {
    Frame.returned(RETRIEVE);
  }

  @Before(RETRIEVE_EXECUTION)
  public void beforeRetrieve() {
    Frame frame = Frame.enter(RETRIEVE);
    if (frame == null) {
      return;
    }
    frame.start();
  }
}
