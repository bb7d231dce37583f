package com.acme;

import io.opentelemetry.api.common.AttributeKey;
import io.spanloom.internal.advice.Frame;
import io.spanloom.internal.advice.SpanSpec;
import io.spanloom.internal.capture.AttributeSlot;
import java.util.List;
import javax.annotation.processing.Generated;
import org.aspectj.lang.annotation.AfterReturning;
import org.aspectj.lang.annotation.AfterThrowing;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;

/** Traces the methods of {@code Assistant}. */
@Aspect
@Generated(
    value = "io.spanloom.processor.SpanloomProcessor",
    comments = "from com.acme.Assistant in Assistant.java")
final class Assistant_SpanAspect {
  /** {@code Assistant.add(int, int, String)} */
  private static final SpanSpec SUM =
      SpanSpec.tool("sum")
          .method("com.acme.Assistant", "add")
          .description(Assistant_Tools.SUM_DESCRIPTION)
          .schema(Assistant_Tools.SUM_SCHEMA)
          .build();

  private static final String SUM_EXECUTION =
      "execution(int com.acme.Assistant.add(int, int, java.lang.String))"
          + " && within(com.acme.Assistant)";

  /** {@code Assistant.findJudgments(String, Integer, String)} */
  private static final SpanSpec FIND_JUDGMENTS =
      SpanSpec.tool("findJudgments")
          .method("com.acme.Assistant", "findJudgments")
          .description(Assistant_Tools.FIND_JUDGMENTS_DESCRIPTION)
          .schema(Assistant_Tools.FIND_JUDGMENTS_SCHEMA)
          .build();

  private static final String FIND_JUDGMENTS_EXECUTION =
      "execution(java.util.List"
          + " com.acme.Assistant.findJudgments(java.lang.String, java.lang.Integer, java.lang.String))"
          + " && within(com.acme.Assistant)";

  private static final AttributeSlot<Long> FIND_JUDGMENTS_APP_HITS =
      AttributeSlot.of(AttributeKey.longKey("app.hits"));

  /** {@code Assistant.forecast(String, ToolContext)} */
  private static final SpanSpec WEATHER =
      SpanSpec.tool("weather")
          .method("com.acme.Assistant", "forecast")
          .description(Assistant_Tools.WEATHER_DESCRIPTION)
          .schema(Assistant_Tools.WEATHER_SCHEMA)
          .build();

  private static final String WEATHER_EXECUTION =
      "execution(java.lang.String"
          + " com.acme.Assistant.forecast(java.lang.String, org.springframework.ai.chat.model.ToolContext))"
          + " && within(com.acme.Assistant)";

  /** {@code Assistant.known()} */
  private static final SpanSpec BOTH =
      SpanSpec.tool("both")
          .method("com.acme.Assistant", "known")
          .description(Assistant_Tools.BOTH_DESCRIPTION)
          .toolType("extension")
          .schema(Assistant_Tools.BOTH_SCHEMA)
          .build();

  private static final String BOTH_EXECUTION =
      "execution(void com.acme.Assistant.known())"
          + " && within(com.acme.Assistant)";

  /** {@code Assistant.think()} */
  private static final SpanSpec THINK =
      SpanSpec.task("think")
          .method("com.acme.Assistant", "think")
          .build();

  private static final String THINK_EXECUTION =
      "execution(void com.acme.Assistant.think())"
          + " && within(com.acme.Assistant)";

  @AfterThrowing(pointcut = SUM_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void addFailed(Throwable thrown) {
    Frame.failed(SUM, thrown);
  }

  @AfterReturning(pointcut = SUM_EXECUTION, returning = "result", argNames = "result")
  public void addReturned(int result) {
    Frame.returned(SUM, result);
  }

  @Before(value = SUM_EXECUTION + " && args(a, b, id)", argNames = "a,b,id")
  public void beforeAdd(int a, int b, String id) {
    Frame frame = Frame.enter(SUM);
    if (frame == null) {
      return;
    }
    try {
      frame.toolCallId(id);
      if (frame.wantsInput()) {
        frame.input("a", a);
        frame.input("b", b);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }

  @AfterThrowing(pointcut = FIND_JUDGMENTS_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void findJudgmentsFailed(Throwable thrown) {
    Frame.failed(FIND_JUDGMENTS, thrown);
  }

  @AfterReturning(pointcut = FIND_JUDGMENTS_EXECUTION, returning = "result", argNames = "result")
  public void findJudgmentsReturned(List<String> result) {
    Frame.returned(FIND_JUDGMENTS, result, Assistant_SpanAspect::captureFindJudgmentsResult);
  }

  private static void captureFindJudgmentsResult(Frame frame, List<String> result) {
    frame.set(FIND_JUDGMENTS_APP_HITS, result.size());
  }

  @Before(value = FIND_JUDGMENTS_EXECUTION + " && args(query, limit, *)", argNames = "query,limit")
  public void beforeFindJudgments(String query, Integer limit) {
    Frame frame = Frame.enter(FIND_JUDGMENTS);
    if (frame == null) {
      return;
    }
    try {
      if (frame.wantsInput()) {
        frame.input("query", query);
        frame.input("limit", limit);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }

  @AfterThrowing(pointcut = WEATHER_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void forecastFailed(Throwable thrown) {
    Frame.failed(WEATHER, thrown);
  }

  @AfterReturning(pointcut = WEATHER_EXECUTION, returning = "result", argNames = "result")
  public void forecastReturned(String result) {
    Frame.returned(WEATHER, result);
  }

  @Before(value = WEATHER_EXECUTION + " && args(city, *)", argNames = "city")
  public void beforeForecast(String city) {
    Frame frame = Frame.enter(WEATHER);
    if (frame == null) {
      return;
    }
    try {
      if (frame.wantsInput()) {
        frame.input("city", city);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }

  @AfterThrowing(pointcut = BOTH_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void knownFailed(Throwable thrown) {
    Frame.failed(BOTH, thrown);
  }

  @AfterReturning(pointcut = BOTH_EXECUTION)
  public void knownReturned() {
    Frame.returned(BOTH);
  }

  @Before(BOTH_EXECUTION)
  public void beforeKnown() {
    Frame frame = Frame.enter(BOTH);
    if (frame == null) {
      return;
    }
    frame.start();
  }

  @AfterThrowing(pointcut = THINK_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void thinkFailed(Throwable thrown) {
    Frame.failed(THINK, thrown);
  }

  @AfterReturning(pointcut = THINK_EXECUTION)
  public void thinkReturned() {
    Frame.returned(THINK);
  }

  @Before(THINK_EXECUTION)
  public void beforeThink() {
    Frame frame = Frame.enter(THINK);
    if (frame == null) {
      return;
    }
    frame.start();
  }
}
