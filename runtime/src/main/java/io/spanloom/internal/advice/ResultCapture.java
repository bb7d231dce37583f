package io.spanloom.internal.advice;

import io.spanloom.internal.call.Call;
import io.spanloom.internal.call.ResultReader;

/**
 * Reads attributes off a method's result; generated where a method carries {@code @Attribute}.
 *
 * @param <R> the result's type, or what it settles with if it is a {@code CompletionStage}
 */
@FunctionalInterface
public interface ResultCapture<R> extends ResultReader<R> {

  /** Sets the attributes; called only when the span is recorded, never with {@code null}. */
  void capture(Frame frame, R result);

  /** Sets the attributes of a call, which generated code knows as a frame. */
  @Override
  default void read(Call call, R result) {
    capture((Frame) call, result);
  }
}
