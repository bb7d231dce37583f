package io.spanloom.internal.propagation;

import static io.spanloom.internal.propagation.ParallelFunctions.contextFor;

import io.opentelemetry.context.Context;
import java.util.function.IntBinaryOperator;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.ObjIntConsumer;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/** What woven call sites pass the functions of parallel streams of ints through. */
@SuppressWarnings({"overloads", "try"}) // the weaver chooses by type; a switch is only passed
public final class ParallelIntFunctions {

  private ParallelIntFunctions() {}

  /** A stream's function. */
  public static @Nullable IntPredicate function(
      BaseStream<?, ?> stream, @Nullable IntPredicate function) {
    Context context = contextFor(stream, function);
    if (context == null || function == null) {
      return function;
    }
    return value -> {
      try (ContextSwitch contextSwitch = ContextSwitch.into(context)) {
        return function.test(value);
      }
    };
  }

  /** A stream's function. */
  public static @Nullable IntUnaryOperator function(
      BaseStream<?, ?> stream, @Nullable IntUnaryOperator function) {
    Context context = contextFor(stream, function);
    if (context == null || function == null) {
      return function;
    }
    return value -> {
      try (ContextSwitch contextSwitch = ContextSwitch.into(context)) {
        return function.applyAsInt(value);
      }
    };
  }

  /** A stream's function. */
  public static @Nullable IntBinaryOperator function(
      BaseStream<?, ?> stream, @Nullable IntBinaryOperator function) {
    Context context = contextFor(stream, function);
    if (context == null || function == null) {
      return function;
    }
    return (value, other) -> {
      try (ContextSwitch contextSwitch = ContextSwitch.into(context)) {
        return function.applyAsInt(value, other);
      }
    };
  }

  /** A stream's function. */
  public static <R extends @Nullable Object> @Nullable IntFunction<R> function(
      BaseStream<?, ?> stream, @Nullable IntFunction<R> function) {
    Context context = contextFor(stream, function);
    if (context == null || function == null) {
      return function;
    }
    return value -> {
      try (ContextSwitch contextSwitch = ContextSwitch.into(context)) {
        return function.apply(value);
      }
    };
  }

  /** A stream's function. */
  public static @Nullable IntConsumer function(
      BaseStream<?, ?> stream, @Nullable IntConsumer function) {
    Context context = contextFor(stream, function);
    if (context == null || function == null) {
      return function;
    }
    return value -> {
      try (ContextSwitch contextSwitch = ContextSwitch.into(context)) {
        function.accept(value);
      }
    };
  }

  /** A stream's function. */
  public static <R extends @Nullable Object> @Nullable ObjIntConsumer<R> function(
      BaseStream<?, ?> stream, @Nullable ObjIntConsumer<R> function) {
    Context context = contextFor(stream, function);
    if (context == null || function == null) {
      return function;
    }
    return (result, value) -> {
      try (ContextSwitch contextSwitch = ContextSwitch.into(context)) {
        function.accept(result, value);
      }
    };
  }

  /** A stream's function. */
  public static @Nullable IntToLongFunction function(
      BaseStream<?, ?> stream, @Nullable IntToLongFunction function) {
    Context context = contextFor(stream, function);
    if (context == null || function == null) {
      return function;
    }
    return value -> {
      try (ContextSwitch contextSwitch = ContextSwitch.into(context)) {
        return function.applyAsLong(value);
      }
    };
  }

  /** A stream's function. */
  public static @Nullable IntToDoubleFunction function(
      BaseStream<?, ?> stream, @Nullable IntToDoubleFunction function) {
    Context context = contextFor(stream, function);
    if (context == null || function == null) {
      return function;
    }
    return value -> {
      try (ContextSwitch contextSwitch = ContextSwitch.into(context)) {
        return function.applyAsDouble(value);
      }
    };
  }
}
