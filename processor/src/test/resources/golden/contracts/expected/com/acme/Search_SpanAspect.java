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

/** Traces the methods of {@code Search}. */
@Aspect
@Generated(
    value = "io.spanloom.processor.SpanloomProcessor",
    comments = "from com.acme.Search in Search.java")
@SuppressWarnings("unchecked")
public final class Search_SpanAspect {
  /** An implementation's own annotation wins. */
  private static final String ANNOTATED_ITSELF =
      "execution(@("
          + "io.spanloom.annotations.Workflow"
          + " || io.spanloom.annotations.Agent"
          + " || io.spanloom.annotations.Task"
          + " || io.spanloom.annotations.Tool"
          + " || io.spanloom.annotations.LlmCall"
          + " || io.spanloom.annotations.Retrieval"
          + " || io.spanloom.annotations.Embedding"
          + " || io.spanloom.annotations.Rerank"
          + " || io.spanloom.annotations.Guardrail"
          + " || io.spanloom.annotations.Evaluation"
          + " || dev.langchain4j.agent.tool..Tool"
          + " || org.springframework.ai.tool.annotation..Tool"
          + ") * *(..))";

  /** {@code Search.find(Object)} */
  private static final SpanSpec FIND =
      SpanSpec.tool("find")
          .method("com.acme.Search", "find")
          .description(Search_Tools.FIND_DESCRIPTION)
          .schema(Search_Tools.FIND_SCHEMA)
          .build();

  private static final String FIND_EXECUTION =
      "execution(java.util.List com.acme.Search.find(java.lang.Object))"
          + " && !"
          + ANNOTATED_ITSELF;

  private static final AttributeSlot<Long> FIND_APP_HITS =
      AttributeSlot.of(AttributeKey.longKey("app.hits"));

  /** {@code Search.isEmpty(Object)} */
  private static final SpanSpec IS_EMPTY =
      SpanSpec.task("isEmpty")
          .method("com.acme.Search", "isEmpty")
          .build();

  private static final String IS_EMPTY_EXECUTION =
      "execution(boolean com.acme.Search.isEmpty(java.lang.Object))"
          + " && (within(com.acme.Search) || !"
          + ANNOTATED_ITSELF
          + ")";

  @AfterThrowing(pointcut = FIND_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void findFailed(Throwable thrown) {
    Frame.failed(FIND, thrown);
  }

  @AfterReturning(pointcut = FIND_EXECUTION, returning = "result", argNames = "result")
  public void findReturned(List<?> result) {
    Frame.returned(FIND, (List<String>) result, Search_SpanAspect::captureFindResult);
  }

  private static void captureFindResult(Frame frame, List<String> result) {
    frame.set(FIND_APP_HITS, result.size());
  }

  @Before(value = FIND_EXECUTION + " && args(question)", argNames = "question")
  public void beforeFind(Object question) {
    Frame frame = Frame.enter(FIND);
    if (frame == null) {
      return;
    }
    try {
      if (frame.wantsInput()) {
        frame.input("question", question);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }

  @AfterThrowing(pointcut = IS_EMPTY_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void isEmptyFailed(Throwable thrown) {
    Frame.failed(IS_EMPTY, thrown);
  }

  @AfterReturning(pointcut = IS_EMPTY_EXECUTION, returning = "result", argNames = "result")
  public void isEmptyReturned(boolean result) {
    Frame.returned(IS_EMPTY, result);
  }

  @Before(value = IS_EMPTY_EXECUTION + " && args(question)", argNames = "question")
  public void beforeIsEmpty(Object question) {
    Frame frame = Frame.enter(IS_EMPTY);
    if (frame == null) {
      return;
    }
    try {
      if (frame.wantsInput()) {
        frame.input("question", question);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }
}
