package io.spanloom.internal.propagation;

import static java.util.Objects.requireNonNull;

import io.opentelemetry.context.Context;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.BaseStream;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/** What woven call sites pass the functions of parallel streams through. */
@SuppressWarnings({"overloads", "try"}) // the weaver chooses by type; a passage is only passed
public final class ParallelFunctions {

  private ParallelFunctions() {}

  /** A stream's function. */
  public static <T extends @Nullable Object> @Nullable Predicate<T> function(
      BaseStream<?, ?> stream, @Nullable Predicate<T> function) {
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
  public static <T extends @Nullable Object, R extends @Nullable Object>
      @Nullable Function<T, R> function(
          BaseStream<?, ?> stream, @Nullable Function<T, R> function) {
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
  public static <T extends @Nullable Object> @Nullable ToIntFunction<T> function(
      BaseStream<?, ?> stream, @Nullable ToIntFunction<T> function) {
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
  public static <T extends @Nullable Object> @Nullable ToLongFunction<T> function(
      BaseStream<?, ?> stream, @Nullable ToLongFunction<T> function) {
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
  public static <T extends @Nullable Object> @Nullable ToDoubleFunction<T> function(
      BaseStream<?, ?> stream, @Nullable ToDoubleFunction<T> function) {
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
  public static <T extends @Nullable Object> @Nullable Consumer<T> function(
      BaseStream<?, ?> stream, @Nullable Consumer<T> function) {
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
  public static <T extends @Nullable Object> @Nullable Supplier<T> function(
      BaseStream<?, ?> stream, @Nullable Supplier<T> function) {
    Context context = contextFor(stream, function);
    if (context == null || function == null) {
      return function;
    }
    return () -> {
      try (ContextSwitch contextSwitch = ContextSwitch.into(context)) {
        return function.get();
      }
    };
  }

  /** A stream's function. */
  public static <T extends @Nullable Object> @Nullable BinaryOperator<T> function(
      BaseStream<?, ?> stream, @Nullable BinaryOperator<T> function) {
    Context context = contextFor(stream, function);
    if (context == null || function == null) {
      return function;
    }
    return (value, other) -> {
      try (ContextSwitch contextSwitch = ContextSwitch.into(context)) {
        return function.apply(value, other);
      }
    };
  }

  /** A stream's function. */
  public static <T extends @Nullable Object, U extends @Nullable Object, R extends @Nullable Object>
      @Nullable BiFunction<T, U, R> function(
          BaseStream<?, ?> stream, @Nullable BiFunction<T, U, R> function) {
    Context context = contextFor(stream, function);
    if (context == null || function == null) {
      return function;
    }
    return (value, other) -> {
      try (ContextSwitch contextSwitch = ContextSwitch.into(context)) {
        return function.apply(value, other);
      }
    };
  }

  /** A stream's function. */
  public static <T extends @Nullable Object, U extends @Nullable Object>
      @Nullable BiConsumer<T, U> function(
          BaseStream<?, ?> stream, @Nullable BiConsumer<T, U> function) {
    Context context = contextFor(stream, function);
    if (context == null || function == null) {
      return function;
    }
    return (value, other) -> {
      try (ContextSwitch contextSwitch = ContextSwitch.into(context)) {
        function.accept(value, other);
      }
    };
  }

  /** A stream's collector; its finisher runs where the stream is consumed. */
  public static <T extends @Nullable Object, A extends @Nullable Object, R extends @Nullable Object>
      @Nullable Collector<T, A, R> function(
          BaseStream<?, ?> stream, @Nullable Collector<T, A, R> collector) {
    return collector == null || contextFor(stream, collector) == null
        ? collector
        : new WrappedCollector<>(stream, collector);
  }

  private record WrappedCollector<
          T extends @Nullable Object, A extends @Nullable Object, R extends @Nullable Object>(
      Collector<T, A, R> collector,
      Supplier<A> supplier,
      BiConsumer<A, T> accumulator,
      BinaryOperator<A> combiner)
      implements Collector<T, A, R> {

    WrappedCollector(BaseStream<?, ?> stream, Collector<T, A, R> collector) {
      this(
          collector,
          requireNonNull(function(stream, collector.supplier())),
          requireNonNull(function(stream, collector.accumulator())),
          requireNonNull(function(stream, collector.combiner())));
    }

    @Override
    public Function<A, R> finisher() {
      return collector.finisher();
    }

    @Override
    public Set<Characteristics> characteristics() {
      return collector.characteristics();
    }
  }

  /**
   * The context to carry, or {@code null}: only where other threads will run the function, so that
   * a sequential stream pays for the question and nothing else.
   */
  static @Nullable Context contextFor(
      @Nullable BaseStream<?, ?> stream, @Nullable Object function) {
    Context context = ContextSwitch.worthCarrying();
    return context != null && function != null && stream != null && stream.isParallel()
        ? context
        : null;
  }
}
