package io.spanloom.internal.advice;

import io.spanloom.internal.call.Call;
import io.spanloom.internal.call.CallAttributes;
import io.spanloom.internal.call.CallLifecycle;
import io.spanloom.internal.call.KnownAttributes;
import io.spanloom.internal.capture.AttributeSlot;
import io.spanloom.internal.deferred.CallExit;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * What generated code knows of a call in progress: the door to everything behind it.
 *
 * <p>Generated advice enters a frame before the method's body, tells it what was captured, starts
 * it, and leaves it when the body returns or throws. None of these methods throws: what goes wrong
 * behind them is logged once, counted, and costs the span some of its attributes.
 */
public final class Frame extends Call {

  private Frame() {}

  /**
   * Enters a woven method; {@code null} means that tracing is off and nothing is to be captured.
   */
  public static @Nullable Frame enter(SpanSpec spec) {
    return (Frame) CallLifecycle.enter(spec, Frame::new);
  }

  /** Leaves a woven method that returned nothing. */
  public static void returned(SpanSpec spec) {
    CallExit.leave(spec, null, null, null);
  }

  /** Leaves a woven method that returned a result. */
  public static void returned(SpanSpec spec, @Nullable Object result) {
    CallExit.leave(spec, result, null, null);
  }

  /** Leaves a woven method that returned a result with attributes. */
  public static <R> void returned(
      SpanSpec spec, @Nullable R result, ResultCapture<? super R> capture) {
    CallExit.leave(spec, result, null, capture);
  }

  /** Leaves a woven method whose result settles later, with attributes on what it settles with. */
  public static <V> void returnedStage(
      SpanSpec spec,
      @Nullable CompletionStage<? extends V> result,
      ResultCapture<? super V> capture) {
    CallExit.leave(spec, result, null, capture);
  }

  /** Leaves a woven method whose result is done later, with attributes on what it is done with. */
  public static <V> void returnedFuture(
      SpanSpec spec, @Nullable Future<? extends V> result, ResultCapture<? super V> capture) {
    CallExit.leave(spec, result, null, capture);
  }

  /**
   * Leaves a woven method whose result is delivered piece by piece.
   *
   * @param declared the method's result type
   * @return what the caller gets: the result, or what stands in for it
   */
  public static @Nullable Object streamed(
      SpanSpec spec, Class<?> declared, @Nullable Object result) {
    return CallExit.leaveStreaming(spec, declared, result, null);
  }

  /**
   * Leaves a woven method whose result is delivered piece by piece, with attributes on each piece;
   * of equal ones the last stays.
   *
   * @param declared the method's result type
   * @return what the caller gets: the result, or what stands in for it
   */
  public static <V> @Nullable Object streamed(
      SpanSpec spec, Class<?> declared, @Nullable Object result, ResultCapture<V> capture) {
    return CallExit.leaveStreaming(spec, declared, result, capture);
  }

  /** Leaves a woven method that threw. */
  public static void failed(SpanSpec spec, Throwable thrown) {
    CallExit.leave(spec, null, thrown, null);
  }

  /** Starts the span. */
  public void start() {
    CallLifecycle.start(this);
  }

  /** Something was thrown while this call was captured. */
  public void captureFailed(Throwable failure) {
    tracingFailed(failure);
  }

  /** The session this call opens or joins. */
  public void sessionId(@Nullable String id) {
    captures().setSessionId(id);
  }

  /** The user this call serves. */
  public void userId(@Nullable String id) {
    captures().setUserId(id);
  }

  /** The identifier the provider issued for this tool call. */
  public void toolCallId(@Nullable String id) {
    captures().setToolCallId(id);
  }

  /** The method annotated with {@code @Tool} that the call may lead to has no span of its own. */
  public void coversMethod(boolean covers) {
    if (covers) {
      contexts().setCoversMethod();
    }
  }

  /** An attribute; {@code null} means there is none. */
  public <T> void set(AttributeSlot<T> slot, @Nullable T value) {
    if (value != null && !KnownAttributes.take(this, slot.fact(), value) && !isUnrecorded()) {
      CallAttributes.set(this, slot, value);
    }
  }

  /** An attribute. */
  public void set(AttributeSlot<Long> slot, long value) {
    set(slot, Long.valueOf(value));
  }

  /** An attribute. */
  public void set(AttributeSlot<Double> slot, double value) {
    set(slot, Double.valueOf(value));
  }

  /** An attribute: the number that the program wrote, rather than the nearest binary fraction. */
  public void set(AttributeSlot<Double> slot, float value) {
    set(slot, Double.valueOf(Float.toString(value)));
  }

  /** An attribute. */
  public void set(AttributeSlot<Boolean> slot, boolean value) {
    set(slot, Boolean.valueOf(value));
  }

  /** Whether the arguments are needed: to be recorded, or to find the tool call they belong to. */
  public boolean wantsInput() {
    return (plan().recordsContent() && !isUnrecorded())
        || (plan().matchesArguments() && captures().toolCallId() == null);
  }

  /** Whether the documents that the call is given are needed; asked when it has started. */
  public boolean wantsDocuments() {
    return isRecording();
  }

  /** A value that is part of the input. */
  public void input(String name, @Nullable Object value) {
    captures().input(name, value);
  }

  /** An argument of a tool; told only where a tool's arguments are not just its input. */
  public void argument(String name, @Nullable Object value) {
    captures().argument(name, value);
  }

  /** An argument of a tool that is compared with what the model asked for, and never recorded. */
  public void secretArgument(String name, @Nullable Object value) {
    captures().secretArgument(name, value);
  }

  /** All arguments of a tool, as a map or as the JSON tree of a library. */
  public void arguments(@Nullable Object object) {
    if (object != null && wantsInput()) {
      captures().arguments(object);
    }
  }

  /** A tool's arguments as JSON text. */
  public void jsonArguments(String text) {
    captures().jsonArguments(text);
  }

  /** An argument that may be a model request which adapters understand, or a part of one. */
  public void request(@Nullable Object value) {
    if (value != null && !isUnrecorded()) {
      role().readRequest(this, value);
    }
  }

  @Override
  public Call another() {
    return new Frame();
  }
}
