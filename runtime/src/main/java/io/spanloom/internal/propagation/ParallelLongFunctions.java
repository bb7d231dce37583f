package io.spanloom.internal.propagation;

import static io.spanloom.internal.propagation.ParallelFunctions.contextFor;

import io.opentelemetry.context.Context;
import java.util.function.LongBinaryOperator;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.function.LongToDoubleFunction;
import java.util.function.LongToIntFunction;
import java.util.function.LongUnaryOperator;
import java.util.function.ObjLongConsumer;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/** What woven call sites pass the functions of parallel streams of longs through. */
@SuppressWarnings({"overloads", "try"}) // the weaver chooses by type; a switch is only passed
public final class ParallelLongFunctions {

  private ParallelLongFunctions() {}

  /** A stream's function. */
  public static @Nullable LongPredicate function(
      BaseStream<?, ?> stream, @Nullable LongPredicate function) {
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
  public static @Nullable LongUnaryOperator function(
      BaseStream<?, ?> stream, @Nullable LongUnaryOperator function) {
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
  public static @Nullable LongBinaryOperator function(
      BaseStream<?, ?> stream, @Nullable LongBinaryOperator function) {
    Context context = contextFor(stream, function);
    if (context == null || function == null) {
      return function;
    }
    return (value, other) -> {
      try (ContextSwitch contextSwitch = ContextSwitch.into(context)) {
        return function.applyAsLong(value, other);
      }
    };
  }

  /** A stream's function. */
  public static <R extends @Nullable Object> @Nullable LongFunction<R> function(
      BaseStream<?, ?> stream, @Nullable LongFunction<R> function) {
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
  public static @Nullable LongConsumer function(
      BaseStream<?, ?> stream, @Nullable LongConsumer function) {
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
  public static <R extends @Nullable Object> @Nullable ObjLongConsumer<R> function(
      BaseStream<?, ?> stream, @Nullable ObjLongConsumer<R> function) {
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
  public static @Nullable LongToIntFunction function(
      BaseStream<?, ?> stream, @Nullable LongToIntFunction function) {
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
  public static @Nullable LongToDoubleFunction function(
      BaseStream<?, ?> stream, @Nullable LongToDoubleFunction function) {
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
