package com.acme;

import io.opentelemetry.api.common.AttributeKey;
import io.spanloom.internal.advice.Frame;
import io.spanloom.internal.advice.SpanSpec;
import io.spanloom.internal.capture.AttributeSlot;
import io.spanloom.internal.content.ObjectForms;
import java.util.Iterator;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.AfterReturning;
import org.aspectj.lang.annotation.AfterThrowing;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;

/** Traces the methods of {@code Streaming}. */
@Aspect
@Generated(
    value = "io.spanloom.processor.SpanloomProcessor",
    comments = "from com.acme.Streaming in Streaming.java")
final class Streaming_SpanAspect {
  /** What JSON says of the objects that the methods take and return. */
  private static final ObjectForms OBJECTS =
      ObjectForms.builder()
          .object(Streaming.Chunk.class, Streaming_SpanAspect::readChunk, "text", "outputTokens")
          .build();

  /** {@code Streaming.find(String)} */
  private static final SpanSpec FIND =
      SpanSpec.tool("find")
          .method("com.acme.Streaming", "find")
          .description(Streaming_Tools.FIND_DESCRIPTION)
          .schema(Streaming_Tools.FIND_SCHEMA)
          .keepsAttributes()
          .build();

  private static final String FIND_EXECUTION =
      "execution(java.util.Iterator com.acme.Streaming.find(java.lang.String))"
          + " && within(com.acme.Streaming)";

  /** {@code Streaming.lookUp(String)} */
  private static final SpanSpec LOOK_UP =
      SpanSpec.tool("lookUp")
          .method("com.acme.Streaming", "lookUp")
          .description(Streaming_Tools.LOOK_UP_DESCRIPTION)
          .schema(Streaming_Tools.LOOK_UP_SCHEMA)
          .build();

  private static final String LOOK_UP_EXECUTION =
      "execution(java.util.concurrent.Future com.acme.Streaming.lookUp(java.lang.String))"
          + " && within(com.acme.Streaming)";

  private static final AttributeSlot<Long> LOOK_UP_APP_LENGTH =
      AttributeSlot.of(AttributeKey.longKey("app.length"));

  /** {@code Streaming.numbers()} */
  private static final SpanSpec NUMBERS =
      SpanSpec.task("numbers")
          .method("com.acme.Streaming", "numbers")
          .keepsAttributes()
          .build();

  private static final String NUMBERS_EXECUTION =
      "execution(java.util.stream.IntStream com.acme.Streaming.numbers())"
          + " && within(com.acme.Streaming)";

  /** {@code Streaming.sort(Stream)} */
  private static final SpanSpec SORT =
      SpanSpec.task("sort")
          .method("com.acme.Streaming", "sort")
          .keepsAttributes()
          .build();

  private static final String SORT_EXECUTION =
      "execution(java.util.stream.Stream com.acme.Streaming.sort(java.util.stream.Stream))"
          + " && within(com.acme.Streaming)";

  /** {@code Streaming.task(FutureTask)} */
  private static final SpanSpec TASK =
      SpanSpec.task("task")
          .method("com.acme.Streaming", "task")
          .build();

  private static final String TASK_EXECUTION =
      "execution(java.util.concurrent.FutureTask"
          + " com.acme.Streaming.task(java.util.concurrent.FutureTask))"
          + " && within(com.acme.Streaming)";

  /** {@code Streaming.tokens(String)} */
  private static final SpanSpec TOKENS =
      SpanSpec.llmCall("tokens")
          .method("com.acme.Streaming", "tokens")
          .model("m")
          .keepsAttributes()
          .objects(OBJECTS)
          .build();

  private static final String TOKENS_EXECUTION =
      "execution(java.util.concurrent.Flow.Publisher com.acme.Streaming.tokens(java.lang.String))"
          + " && within(com.acme.Streaming)";

  private static final AttributeSlot<Long> TOKENS_GEN_AI_USAGE_OUTPUT_TOKENS =
      AttributeSlot.of(AttributeKey.longKey("gen_ai.usage.output_tokens"));

  @AfterThrowing(pointcut = FIND_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void findFailed(Throwable thrown) {
    Frame.failed(FIND, thrown);
  }

  @Before(value = FIND_EXECUTION + " && args(query)", argNames = "query")
  public void beforeFind(String query) {
    Frame frame = Frame.enter(FIND);
    if (frame == null) {
      return;
    }
    try {
      if (frame.wantsInput()) {
        frame.input("query", query);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }

  @Around(FIND_EXECUTION)
  public Object aroundFind(ProceedingJoinPoint call) throws Throwable {
    return Frame.streamed(FIND, Iterator.class, call.proceed());
  }

  @AfterThrowing(pointcut = LOOK_UP_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void lookUpFailed(Throwable thrown) {
    Frame.failed(LOOK_UP, thrown);
  }

  @AfterReturning(pointcut = LOOK_UP_EXECUTION, returning = "result", argNames = "result")
  public void lookUpReturned(Future<String> result) {
    Frame.returnedFuture(LOOK_UP, result, Streaming_SpanAspect::captureLookUpResult);
  }

  private static void captureLookUpResult(Frame frame, String result) {
    frame.set(LOOK_UP_APP_LENGTH, result.length());
  }

  @Before(value = LOOK_UP_EXECUTION + " && args(key)", argNames = "key")
  public void beforeLookUp(String key) {
    Frame frame = Frame.enter(LOOK_UP);
    if (frame == null) {
      return;
    }
    try {
      if (frame.wantsInput()) {
        frame.input("key", key);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }

  @AfterThrowing(pointcut = NUMBERS_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void numbersFailed(Throwable thrown) {
    Frame.failed(NUMBERS, thrown);
  }

  @Before(NUMBERS_EXECUTION)
  public void beforeNumbers() {
    Frame frame = Frame.enter(NUMBERS);
    if (frame == null) {
      return;
    }
    frame.start();
  }

  @Around(NUMBERS_EXECUTION)
  public Object aroundNumbers(ProceedingJoinPoint call) throws Throwable {
    return Frame.streamed(NUMBERS, IntStream.class, call.proceed());
  }

  @AfterThrowing(pointcut = SORT_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void sortFailed(Throwable thrown) {
    Frame.failed(SORT, thrown);
  }

  @Before(value = SORT_EXECUTION + " && args(items)", argNames = "items")
  public void beforeSort(Stream<?> items) {
    Frame frame = Frame.enter(SORT);
    if (frame == null) {
      return;
    }
    try {
      if (frame.wantsInput()) {
        frame.input("items", items);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }

  @Around(SORT_EXECUTION)
  public Object aroundSort(ProceedingJoinPoint call) throws Throwable {
    return Frame.streamed(SORT, Stream.class, call.proceed());
  }

  @AfterThrowing(pointcut = TASK_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void taskFailed(Throwable thrown) {
    Frame.failed(TASK, thrown);
  }

  @AfterReturning(pointcut = TASK_EXECUTION, returning = "result", argNames = "result")
  public void taskReturned(FutureTask<String> result) {
    Frame.returned(TASK, result);
  }

  @Before(value = TASK_EXECUTION + " && args(task)", argNames = "task")
  public void beforeTask(FutureTask<String> task) {
    Frame frame = Frame.enter(TASK);
    if (frame == null) {
      return;
    }
    try {
      if (frame.wantsInput()) {
        frame.input("task", task);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }

  @AfterThrowing(pointcut = TOKENS_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void tokensFailed(Throwable thrown) {
    Frame.failed(TOKENS, thrown);
  }

  @Before(value = TOKENS_EXECUTION + " && args(prompt)", argNames = "prompt")
  public void beforeTokens(String prompt) {
    Frame frame = Frame.enter(TOKENS);
    if (frame == null) {
      return;
    }
    try {
      if (frame.wantsInput()) {
        frame.input("prompt", prompt);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }

  @Around(TOKENS_EXECUTION)
  public Object aroundTokens(ProceedingJoinPoint call) throws Throwable {
    return streamTokens(call.proceed());
  }

  private static Object streamTokens(Object result) {
    return Frame.streamed(TOKENS, Flow.Publisher.class, result, Streaming_SpanAspect::captureTokensResult);
  }

  private static void captureTokensResult(Frame frame, Streaming.Chunk result) {
    Integer outputTokens = result.outputTokens();
    if (outputTokens != null) {
      frame.set(TOKENS_GEN_AI_USAGE_OUTPUT_TOKENS, outputTokens.longValue());
    }
  }

  private static Object readChunk(Streaming.Chunk value, int member) {
    return switch (member) {
      case 0 -> value.text();
      default -> value.outputTokens();
    };
  }
}
