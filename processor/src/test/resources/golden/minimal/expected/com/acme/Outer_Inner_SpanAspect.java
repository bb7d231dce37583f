package com.acme;

import io.spanloom.internal.advice.Frame;
import io.spanloom.internal.advice.SpanSpec;
import javax.annotation.processing.Generated;
import org.aspectj.lang.annotation.AfterReturning;
import org.aspectj.lang.annotation.AfterThrowing;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;

/** Traces the methods of {@code Outer.Inner}. */
@Aspect
@Generated(
    value = "io.spanloom.processor.SpanloomProcessor",
    comments = "from com.acme.Outer.Inner in Outer.java")
final class Outer_Inner_SpanAspect {
  /** {@code Outer.Inner.run()} */
  private static final SpanSpec RUN =
      SpanSpec.workflow("run")
          .method("com.acme.Outer$Inner", "run")
          .build();

  private static final String RUN_EXECUTION =
      "execution(void com.acme.Outer.Inner.run())"
          + " && within(com.acme.Outer.Inner)";

  /** {@code Outer.Inner.run(int)} */
  private static final SpanSpec RUN_INT =
      SpanSpec.workflow("run with a limit")
          .method("com.acme.Outer$Inner", "run")
          .build();

  private static final String RUN_INT_EXECUTION =
      "execution(int com.acme.Outer.Inner.run(int))"
          + " && within(com.acme.Outer.Inner)";

  @AfterThrowing(pointcut = RUN_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void runFailed(Throwable thrown) {
    Frame.failed(RUN, thrown);
  }

  @AfterReturning(pointcut = RUN_EXECUTION)
  public void runReturned() {
    Frame.returned(RUN);
  }

  @Before(RUN_EXECUTION)
  public void beforeRun() {
    Frame frame = Frame.enter(RUN);
    if (frame == null) {
      return;
    }
    frame.start();
  }

  @AfterThrowing(pointcut = RUN_INT_EXECUTION, throwing = "thrown", argNames = "thrown")
  public void runIntFailed(Throwable thrown) {
    Frame.failed(RUN_INT, thrown);
  }

  @AfterReturning(pointcut = RUN_INT_EXECUTION, returning = "result", argNames = "result")
  public void runIntReturned(int result) {
    Frame.returned(RUN_INT, result);
  }

  @Before(value = RUN_INT_EXECUTION + " && args(limit)", argNames = "limit")
  public void beforeRunInt(int limit) {
    Frame frame = Frame.enter(RUN_INT);
    if (frame == null) {
      return;
    }
    try {
      if (frame.wantsInput()) {
        frame.input("limit", limit);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    frame.start();
  }
}
