package io.spanloom.internal.observed;

import io.spanloom.result.ResultObserver;
import io.spanloom.result.ResultTracker;
import io.spanloom.result.ResultWrapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.concurrent.Flow;
import java.util.function.BiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The wrappers for the JDK's types and those that integrations add. A result whose class has a
 * wrapper of its own gets that one also where a supertype is declared: a {@code Mono} stays a
 * {@code Mono} as a {@code Publisher}.
 */
public final class ResultWrappers {

  private final Map<Class<?>, ResultWrapper<?>> byType = new HashMap<>();
  private final Map<Class<?>, List<ResultWrapper<?>>> bySupertype = new HashMap<>();

  private ResultWrappers() {}

  /** The wrappers for the JDK's types, and these for others. */
  public static ResultWrappers with(List<ResultWrapper<?>> found) {
    ResultWrappers wrappers = new ResultWrappers();
    wrappers.addOwn();
    found.forEach(wrapper -> wrappers.byType.putIfAbsent(wrapper.type(), wrapper));
    wrappers.byType.keySet().forEach(wrappers::addSubtypes);
    return wrappers;
  }

  /**
   * A stand-in for a result, or {@code null} if it stays as it is.
   *
   * @param declared the method's result type
   */
  public @Nullable Object wrap(Class<?> declared, Object result, ResultObserver observer) {
    ResultWrapper<?> wrapper = wrapper(declared, result);
    return wrapper == null ? null : wrap(wrapper, result, observer);
  }

  /** Whether a result delivers one value at most. */
  public boolean isSingle(Class<?> declared, Object result) {
    ResultWrapper<?> wrapper = wrapper(declared, result);
    return wrapper != null && isSingle(wrapper, result);
  }

  private static <T> boolean isSingle(ResultWrapper<T> wrapper, Object result) {
    return wrapper.isSingle(wrapper.type().cast(result));
  }

  /** Whether a result does its work again when it is asked again. */
  public boolean isRepeatable(Class<?> declared, Object result) {
    ResultWrapper<?> wrapper = wrapper(declared, result);
    return wrapper != null && isRepeatable(wrapper, result);
  }

  private static <T> boolean isRepeatable(ResultWrapper<T> wrapper, Object result) {
    return wrapper.isRepeatable(wrapper.type().cast(result));
  }

  private static <T> @Nullable T wrap(
      ResultWrapper<T> wrapper, Object result, ResultObserver observer) {
    return wrapper.wrap(
        wrapper.type().cast(result), new ResultTracker(observer, ObservedStream::of));
  }

  private @Nullable ResultWrapper<?> wrapper(Class<?> declared, Object result) {
    for (ResultWrapper<?> subtype : bySupertype.getOrDefault(declared, List.of())) {
      if (subtype.type().isInstance(result)) {
        return subtype;
      }
    }
    return byType.get(declared);
  }

  private void addSubtypes(Class<?> type) {
    List<ResultWrapper<?>> subtypes = new ArrayList<>();
    byType.forEach(
        (other, wrapper) -> {
          if (other != type && type.isAssignableFrom(other)) {
            subtypes.add(wrapper);
          }
        });
    if (!subtypes.isEmpty()) {
      bySupertype.put(type, List.copyOf(subtypes));
    }
  }

  @SuppressWarnings("unchecked") // a stand-in has the type arguments of what it stands in for
  private void addOwn() {
    byType.put(Flow.Publisher.class, new PublisherWrapper());
    add(Stream.class, ObservedStream::of);
    add(IntStream.class, ObservedIntStream::of);
    add(LongStream.class, ObservedLongStream::of);
    add(DoubleStream.class, ObservedDoubleStream::of);
    add(Iterator.class, ResultWrappers::iterator);
    add(Iterable.class, ResultWrappers::iterable);
  }

  /** Iterators that can do more are left alone: the caller may count on it. */
  private static <T> @Nullable Iterator<T> iterator(Iterator<T> result, ResultTracker tracker) {
    boolean doesMore = result instanceof ListIterator || result instanceof PrimitiveIterator;
    return doesMore ? null : ObservedIterator.of(result, tracker);
  }

  /** What is in memory already is no stream. */
  private static <T> @Nullable Iterable<T> iterable(Iterable<T> result, ResultTracker tracker) {
    boolean complete = result instanceof Collection || result instanceof Path;
    return complete ? null : new ObservedIterable<>(result, tracker);
  }

  private <T> void add(Class<T> type, BiFunction<T, ResultTracker, @Nullable T> wrap) {
    byType.put(
        type,
        new ResultWrapper<T>() {
          @Override
          public Class<T> type() {
            return type;
          }

          @Override
          public @Nullable T wrap(T result, ResultTracker tracker) {
            return wrap.apply(result, tracker);
          }
        });
  }
}
