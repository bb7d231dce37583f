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
import java.util.function.IntBinaryOperator;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.function.LongToDoubleFunction;
import java.util.function.LongToIntFunction;
import java.util.function.LongUnaryOperator;
import java.util.function.ObjDoubleConsumer;
import java.util.function.ObjIntConsumer;
import java.util.function.ObjLongConsumer;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/** What woven call sites pass the functions of parallel streams of numbers through. */
@SuppressWarnings({"overloads", "try"}) // the weaver chooses by type; a passage is only passed
public final class ParallelPrimitives {

  private ParallelPrimitives() {}

  /** A stream's function. */
  public static @Nullable IntPredicate function(
      BaseStream<?, ?> stream, @Nullable IntPredicate function) {
    Context context = contextFor(stream, function);
    if (context == null || function == null) {
      return function;
    }
    return value -> {
      try (ContextSwitch passage = ContextSwitch.into(context)) {
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
      try (ContextSwitch passage = ContextSwitch.into(context)) {
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
      try (ContextSwitch passage = ContextSwitch.into(context)) {
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
      try (ContextSwitch passage = ContextSwitch.into(context)) {
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
      try (ContextSwitch passage = ContextSwitch.into(context)) {
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
      try (ContextSwitch passage = ContextSwitch.into(context)) {
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
      try (ContextSwitch passage = ContextSwitch.into(context)) {
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
      try (ContextSwitch passage = ContextSwitch.into(context)) {
        return function.applyAsDouble(value);
      }
    };
  }

  /** A stream's function. */
  public static @Nullable LongPredicate function(
      BaseStream<?, ?> stream, @Nullable LongPredicate function) {
    Context context = contextFor(stream, function);
    if (context == null || function == null) {
      return function;
    }
    return value -> {
      try (ContextSwitch passage = ContextSwitch.into(context)) {
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
      try (ContextSwitch passage = ContextSwitch.into(context)) {
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
      try (ContextSwitch passage = ContextSwitch.into(context)) {
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
      try (ContextSwitch passage = ContextSwitch.into(context)) {
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
      try (ContextSwitch passage = ContextSwitch.into(context)) {
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
      try (ContextSwitch passage = ContextSwitch.into(context)) {
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
      try (ContextSwitch passage = ContextSwitch.into(context)) {
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
      try (ContextSwitch passage = ContextSwitch.into(context)) {
        return function.applyAsDouble(value);
      }
    };
  }

  /** A stream's function. */
  public static @Nullable DoublePredicate function(
      BaseStream<?, ?> stream, @Nullable DoublePredicate function) {
    Context context = contextFor(stream, function);
    if (context == null || function == null) {
      return function;
    }
    return value -> {
      try (ContextSwitch passage = ContextSwitch.into(context)) {
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
      try (ContextSwitch passage = ContextSwitch.into(context)) {
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
      try (ContextSwitch passage = ContextSwitch.into(context)) {
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
      try (ContextSwitch passage = ContextSwitch.into(context)) {
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
      try (ContextSwitch passage = ContextSwitch.into(context)) {
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
      try (ContextSwitch passage = ContextSwitch.into(context)) {
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
      try (ContextSwitch passage = ContextSwitch.into(context)) {
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
      try (ContextSwitch passage = ContextSwitch.into(context)) {
        return function.applyAsLong(value);
      }
    };
  }
}
