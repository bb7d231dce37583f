package io.spanloom.internal.propagation;

import io.opentelemetry.context.Context;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What woven call sites pass the functions of {@link java.util.concurrent.CompletionStage}s
 * through. As with {@link TaskWrapping}, they stay as they are where there is nothing to carry.
 */
@SuppressWarnings({"overloads", "try"}) // the weaver chooses by type; a passage is only passed
public final class FunctionWrapping {

  private FunctionWrapping() {}

  /** A stage's function. */
  public static @Nullable Runnable function(@Nullable Runnable function) {
    return TaskWrapping.task(function);
  }

  /** A stage's function. */
  public static <T extends @Nullable Object> @Nullable Supplier<T> function(
      @Nullable Supplier<T> function) {
    Context context = ContextSwitch.worthCarrying();
    if (context == null || function == null) {
      return function;
    }
    return () -> {
      try (ContextSwitch contextSwitch = ContextSwitch.into(context)) {
        return function.get();
      }
    };
  }

  /** A stage's function. */
  public static <T extends @Nullable Object, R extends @Nullable Object>
      @Nullable Function<T, R> function(@Nullable Function<T, R> function) {
    Context context = ContextSwitch.worthCarrying();
    if (context == null || function == null) {
      return function;
    }
    return value -> {
      try (ContextSwitch contextSwitch = ContextSwitch.into(context)) {
        return function.apply(value);
      }
    };
  }

  /** A stage's function. */
  public static <T extends @Nullable Object, U extends @Nullable Object, R extends @Nullable Object>
      @Nullable BiFunction<T, U, R> function(@Nullable BiFunction<T, U, R> function) {
    Context context = ContextSwitch.worthCarrying();
    if (context == null || function == null) {
      return function;
    }
    return (value, other) -> {
      try (ContextSwitch contextSwitch = ContextSwitch.into(context)) {
        return function.apply(value, other);
      }
    };
  }

  /** A stage's function. */
  public static <T extends @Nullable Object> @Nullable Consumer<T> function(
      @Nullable Consumer<T> function) {
    Context context = ContextSwitch.worthCarrying();
    if (context == null || function == null) {
      return function;
    }
    return value -> {
      try (ContextSwitch contextSwitch = ContextSwitch.into(context)) {
        function.accept(value);
      }
    };
  }

  /** A stage's function. */
  public static <T extends @Nullable Object, U extends @Nullable Object>
      @Nullable BiConsumer<T, U> function(@Nullable BiConsumer<T, U> function) {
    Context context = ContextSwitch.worthCarrying();
    if (context == null || function == null) {
      return function;
    }
    return (value, other) -> {
      try (ContextSwitch contextSwitch = ContextSwitch.into(context)) {
        function.accept(value, other);
      }
    };
  }
}
