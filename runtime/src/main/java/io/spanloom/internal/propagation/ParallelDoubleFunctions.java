package io.spanloom.internal.propagation;

import static io.spanloom.internal.propagation.ParallelFunctions.contextFor;

import io.opentelemetry.context.Context;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;
import java.util.function.DoublePredicate;
import java.util.function.DoubleToIntFunction;
import java.util.function.DoubleToLongFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ObjDoubleConsumer;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/** What woven call sites pass the functions of parallel streams of doubles through. */
@SuppressWarnings({"overloads", "try"}) // the weaver chooses by type; a switch is only passed
public final class ParallelDoubleFunctions {

  private ParallelDoubleFunctions() {}

  /** A stream's function. */
  public static @Nullable DoublePredicate function(
      BaseStream<?, ?> stream, @Nullable DoublePredicate function) {
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
  public static @Nullable DoubleUnaryOperator function(
      BaseStream<?, ?> stream, @Nullable DoubleUnaryOperator function) {
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

  /** A stream's function. */
  public static @Nullable DoubleBinaryOperator function(
      BaseStream<?, ?> stream, @Nullable DoubleBinaryOperator function) {
    Context context = contextFor(stream, function);
    if (context == null || function == null) {
      return function;
    }
    return (value, other) -> {
      try (ContextSwitch contextSwitch = ContextSwitch.into(context)) {
        return function.applyAsDouble(value, other);
      }
    };
  }

  /** A stream's function. */
  public static <R extends @Nullable Object> @Nullable DoubleFunction<R> function(
      BaseStream<?, ?> stream, @Nullable DoubleFunction<R> function) {
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
  public static @Nullable DoubleConsumer function(
      BaseStream<?, ?> stream, @Nullable DoubleConsumer function) {
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
  public static <R extends @Nullable Object> @Nullable ObjDoubleConsumer<R> function(
      BaseStream<?, ?> stream, @Nullable ObjDoubleConsumer<R> function) {
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
  public static @Nullable DoubleToIntFunction function(
      BaseStream<?, ?> stream, @Nullable DoubleToIntFunction function) {
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
  public static @Nullable DoubleToLongFunction function(
      BaseStream<?, ?> stream, @Nullable DoubleToLongFunction function) {
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
}
