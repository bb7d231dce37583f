package com.acme;

import io.opentelemetry.api.common.AttributeKey;
import io.spanloom.internal.advice.Embeddings;
import io.spanloom.internal.advice.Frame;
import io.spanloom.internal.advice.SpanSpec;
import io.spanloom.internal.capture.AttributeSlot;
import io.spanloom.internal.content.ObjectForms;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;
import org.aspectj.lang.annotation.AfterReturning;
import org.aspectj.lang.annotation.AfterThrowing;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;

/** Traces the methods of {@code Judges}. */
@Aspect
@Generated(
    value = "io.spanloom.processor.SpanloomProcessor",
    comments = "from com.acme.Judges in Judges.java")
final class Judges_SpanAspect {
  /** What JSON says of the objects that the methods take and return. */
  private static final ObjectForms OBJECTS =
      ObjectForms.builder()
          .object(Judges.Points.class, Judges_SpanAspect::readPoints, "points", "label")
          .object(Judges.Verdict.class, Judges_SpanAspect::readVerdict, "score", "verdict",
              "rationale")
          .build();

  /** {@code Judges.check(String)} */
  private static final SpanSpec CHECK =
      SpanSpec.guardrail("check")
          .method("com.acme.Judges", "check")
          .sensitiveResult()
          .build();

  private static final String CHECK_EXECUTION =
      "execution(com.acme.Judges.Checked com.acme.Judges.check(java.lang.String))"
          + " && within(com.acme.Judges)";

  private static final AttributeSlot<Boolean> CHECK_SPANLOOM_GUARDRAIL_PASSED =
      AttributeSlot.of(AttributeKey.booleanKey("spanloom.guardrail.passed"));

  private static final AttributeSlot<String> CHECK_SPANLOOM_GUARDRAIL_OUTCOME =
      AttributeSlot.of(AttributeKey.stringKey("spanloom.guardrail.outcome"));

  /** {@code Judges.embed(List)} */
  private static final SpanSpec EMBED =
      SpanSpec.embedding("embed")
          .method("com.acme.Judges", "embed")
          .model("m")
          .build();

  private static final String EMBED_EXECUTION =
      "execution(com.acme.Judges.Batch com.acme.Judges.embed(java.util.List))"
          + " && within(com.acme.Judges)";

  /** {@code Judges.isHarmless(String)} */
  private static final SpanSpec IS_HARMLESS =
      SpanSpec.guardrail("isHarmless")
          .method("com.acme.Judges", "isHarmless")
          .build();

  private static final String IS_HARMLESS_EXECUTION =
      "execution(boolean com.acme.Judges.isHarmless(java.lang.String))"
          + " && within(com.acme.Judges)";

  private static final AttributeSlot<Boolean> IS_HARMLESS_SPANLOOM_GUARDRAIL_PASSED =
      AttributeSlot.of(AttributeKey.booleanKey("spanloom.guardrail.passed"));

  /** {@code Judges.judge(String)} */
  private static final SpanSpec JUDGE =
      SpanSpec.evaluation("judge")
          .method("com.acme.Judges", "judge")
          .keepsAttributes()
          .objects(OBJECTS)
          .build();

  private static final String JUDGE_EXECUTION =
      "execution(java.util.Optional com.acme.Judges.judge(java.lang.String))"
          + " && within(com.acme.Judges)";

  private static final AttributeSlot<Double> JUDGE_GEN_AI_EVALUATION_SCORE_VALUE =
      AttributeSlot.of(AttributeKey.doubleKey("gen_ai.evaluation.score.value"));

  private static final AttributeSlot<String> JUDGE_GEN_AI_EVALUATION_SCORE_LABEL =
      AttributeSlot.of(AttributeKey.stringKey("gen_ai.evaluation.score.label"));

  private static final AttributeSlot<String> JUDGE_GEN_AI_EVALUATION_EXPLANATION =
      AttributeSlot.of(AttributeKey.stringKey("gen_ai.evaluation.explanation"));

  private static final AttributeSlot<String> JUDGE_LLM_PROMPT_TEMPLATE_VERSION =
      AttributeSlot.of(AttributeKey.stringKey("llm.prompt_template.version"));

  /** {@code Judges.level(String)} */
  private static final SpanSpec LEVEL =
      SpanSpec.guardrail("level")
          .method("com.acme.Judges", "level")
          .build();

  private static final String LEVEL_EXECUTION =
      "execution(com.acme.Judges.Level com.acme.Judges.level(java.lang.String))"
          + " && within(com.acme.Judges)";

  private static final AttributeSlot<String> LEVEL_SPANLOOM_GUARDRAIL_OUTCOME =
      AttributeSlot.of(AttributeKey.stringKey("spanloom.guardrail.outcome"));

  /** {@code Judges.points()} */
  private static final SpanSpec POINTS =
      SpanSpec.evaluation("points")
          .method("com.acme.Judges", "points")
          .objects(OBJECTS)
          .build();

  private static final String POINTS_EXECUTION =
      "execution(com.acme.Judges.Points com.acme.Judges.points())"
          + " && within(com.acme.Judges)";

  private static final AttributeSlot<String> POINTS_GEN_AI_EVALUATION_SCORE_LABEL =
      AttributeSlot.of(AttributeKey.stringKey("gen_ai.evaluation.score.label"));

  private static final AttributeSlot<Double> POINTS_GEN_AI_EVALUATION_SCORE_VALUE =
      AttributeSlot.of(AttributeKey.doubleKey("gen_ai.evaluation.score.value"));

  @AfterThrowing(pointcut = CHECK_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void checkFailed(Throwable thrown) {
    Frame.failed(CHECK, thrown);
  }

  @AfterReturning(pointcut = CHECK_EXECUTION, returning = "result", argNames = "result")
  public void checkReturned(Judges.Checked result) {
    Frame.returned(CHECK, result, Judges_SpanAspect::captureCheckResult);
  }

  private static void captureCheckResult(Frame frame, Judges.Checked result) {
    frame.set(CHECK_SPANLOOM_GUARDRAIL_PASSED, result.allowed());
    Judges.Level verdict = result.verdict();
    if (verdict != null) {
      frame.set(CHECK_SPANLOOM_GUARDRAIL_OUTCOME, verdict.name());
    }
  }

  @Before(value = CHECK_EXECUTION + " && args(text)", argNames = "text")
  public void beforeCheck(String text) {
    Frame frame = Frame.enter(CHECK);
    if (frame == null) {
      return;
    }
    try {
      if (frame.wantsInput()) {
        frame.input("text", text);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }

  @AfterThrowing(pointcut = EMBED_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void embedFailed(Throwable thrown) {
    Frame.failed(EMBED, thrown);
  }

  @AfterReturning(pointcut = EMBED_EXECUTION, returning = "result", argNames = "result")
  public void embedReturned(Judges.Batch result) {
    Frame.returned(EMBED, result, Judges_SpanAspect::captureEmbedResult);
  }

  private static void captureEmbedResult(Frame frame, Judges.Batch result) {
    Embeddings.found(frame, result.embeddings());
  }

  @Before(value = EMBED_EXECUTION + " && args(texts)", argNames = "texts")
  public void beforeEmbed(List<String> texts) {
    Frame frame = Frame.enter(EMBED);
    if (frame == null) {
      return;
    }
    try {
      if (frame.wantsInput()) {
        frame.input("texts", texts);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }

  @AfterThrowing(pointcut = IS_HARMLESS_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void isHarmlessFailed(Throwable thrown) {
    Frame.failed(IS_HARMLESS, thrown);
  }

  @AfterReturning(pointcut = IS_HARMLESS_EXECUTION, returning = "result", argNames = "result")
  public void isHarmlessReturned(boolean result) {
    Frame.returned(IS_HARMLESS, result, Judges_SpanAspect::captureIsHarmlessResult);
  }

  private static void captureIsHarmlessResult(Frame frame, boolean result) {
    frame.set(IS_HARMLESS_SPANLOOM_GUARDRAIL_PASSED, result);
  }

  @Before(value = IS_HARMLESS_EXECUTION + " && args(text)", argNames = "text")
  public void beforeIsHarmless(String text) {
    Frame frame = Frame.enter(IS_HARMLESS);
    if (frame == null) {
      return;
    }
    try {
      if (frame.wantsInput()) {
        frame.input("text", text);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }

  @AfterThrowing(pointcut = JUDGE_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void judgeFailed(Throwable thrown) {
    Frame.failed(JUDGE, thrown);
  }

  @AfterReturning(pointcut = JUDGE_EXECUTION, returning = "result", argNames = "result")
  public void judgeReturned(Optional<Judges.Verdict> result) {
    Frame.returned(JUDGE, result, Judges_SpanAspect::captureJudgeResult);
  }

  private static void captureJudgeResult(Frame frame, Optional<Judges.Verdict> result) {
    if (result.isPresent()) {
      Judges.Verdict resultValue = result.get();
      Integer score = resultValue.score();
      if (score != null) {
        frame.set(JUDGE_GEN_AI_EVALUATION_SCORE_VALUE, score.doubleValue());
      }
      Judges.Level verdict = resultValue.verdict();
      if (verdict != null) {
        frame.set(JUDGE_GEN_AI_EVALUATION_SCORE_LABEL, verdict.name());
      }
      frame.set(JUDGE_GEN_AI_EVALUATION_EXPLANATION, resultValue.rationale());
    }
  }

  @Before(value = JUDGE_EXECUTION + " && args(promptVersion)", argNames = "promptVersion")
  public void beforeJudge(String promptVersion) {
    Frame frame = Frame.enter(JUDGE);
    if (frame == null) {
      return;
    }
    try {
      frame.set(JUDGE_LLM_PROMPT_TEMPLATE_VERSION, promptVersion);
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }

  @AfterThrowing(pointcut = LEVEL_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void levelFailed(Throwable thrown) {
    Frame.failed(LEVEL, thrown);
  }

  @AfterReturning(pointcut = LEVEL_EXECUTION, returning = "result", argNames = "result")
  public void levelReturned(Judges.Level result) {
    Frame.returned(LEVEL, result, Judges_SpanAspect::captureLevelResult);
  }

  private static void captureLevelResult(Frame frame, Judges.Level result) {
    frame.set(LEVEL_SPANLOOM_GUARDRAIL_OUTCOME, result.name());
  }

  @Before(value = LEVEL_EXECUTION + " && args(text)", argNames = "text")
  public void beforeLevel(String text) {
    Frame frame = Frame.enter(LEVEL);
    if (frame == null) {
      return;
    }
    try {
      if (frame.wantsInput()) {
        frame.input("text", text);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }

  @AfterThrowing(pointcut = POINTS_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void pointsFailed(Throwable thrown) {
    Frame.failed(POINTS, thrown);
  }

  @AfterReturning(pointcut = POINTS_EXECUTION, returning = "result", argNames = "result")
  public void pointsReturned(Judges.Points result) {
    Frame.returned(POINTS, result, Judges_SpanAspect::capturePointsResult);
  }

  private static void capturePointsResult(Frame frame, Judges.Points result) {
    frame.set(POINTS_GEN_AI_EVALUATION_SCORE_LABEL, result.label());
    frame.set(POINTS_GEN_AI_EVALUATION_SCORE_VALUE, result.points());
  }

  @Before(POINTS_EXECUTION)
  public void beforePoints() {
    Frame frame = Frame.enter(POINTS);
    if (frame == null) {
      return;
    }
    frame.start();
  }

  private static Object readPoints(Judges.Points value, int member) {
    return switch (member) {
      case 0 -> value.points();
      default -> value.label();
    };
  }

  private static Object readVerdict(Judges.Verdict value, int member) {
    return switch (member) {
      case 0 -> value.score();
      case 1 -> value.verdict();
      default -> value.rationale();
    };
  }
}
