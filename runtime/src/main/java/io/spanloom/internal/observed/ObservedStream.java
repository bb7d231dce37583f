package io.spanloom.internal.observed;

import io.spanloom.result.ResultTracker;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collector;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The stand-in for a stream of objects. */
final class ObservedStream<T> extends ObservedPipeline<T, Stream<T>> implements Stream<T> {

  ObservedStream(Stream<T> stream, StreamLifecycle lifecycle) {
    super(stream, lifecycle);
  }

  static <T> Stream<T> of(Stream<T> result, ResultTracker tracker) {
    StreamLifecycle lifecycle = new StreamLifecycle(tracker);
    Stream<T> observed =
        result.mapMulti((item, next) -> lifecycle.pass(item, () -> next.accept(item)));
    return new ObservedStream<>(observed, lifecycle);
  }

  @Override
  Stream<T> self() {
    return this;
  }

  @Override
  Stream<T> after(Stream<T> next) {
    return new ObservedStream<>(next, lifecycle);
  }

  @Override
  public Stream<T> filter(Predicate<? super T> predicate) {
    return after(stream.filter(predicate));
  }

  @Override
  public <R> Stream<R> map(Function<? super T, ? extends R> mapper) {
    return new ObservedStream<>(stream.map(mapper), lifecycle);
  }

  @Override
  public IntStream mapToInt(ToIntFunction<? super T> mapper) {
    return new ObservedIntStream(stream.mapToInt(mapper), lifecycle);
  }

  @Override
  public LongStream mapToLong(ToLongFunction<? super T> mapper) {
    return new ObservedLongStream(stream.mapToLong(mapper), lifecycle);
  }

  @Override
  public DoubleStream mapToDouble(ToDoubleFunction<? super T> mapper) {
    return new ObservedDoubleStream(stream.mapToDouble(mapper), lifecycle);
  }

  @Override
  public <R> Stream<R> flatMap(Function<? super T, ? extends Stream<? extends R>> mapper) {
    return new ObservedStream<>(stream.flatMap(mapper), lifecycle);
  }

  @Override
  public IntStream flatMapToInt(Function<? super T, ? extends IntStream> mapper) {
    return new ObservedIntStream(stream.flatMapToInt(mapper), lifecycle);
  }

  @Override
  public LongStream flatMapToLong(Function<? super T, ? extends LongStream> mapper) {
    return new ObservedLongStream(stream.flatMapToLong(mapper), lifecycle);
  }

  @Override
  public DoubleStream flatMapToDouble(Function<? super T, ? extends DoubleStream> mapper) {
    return new ObservedDoubleStream(stream.flatMapToDouble(mapper), lifecycle);
  }

  @Override
  public <R> Stream<R> mapMulti(BiConsumer<? super T, ? super Consumer<R>> mapper) {
    return new ObservedStream<>(stream.mapMulti(mapper), lifecycle);
  }

  @Override
  public IntStream mapMultiToInt(BiConsumer<? super T, ? super IntConsumer> mapper) {
    return new ObservedIntStream(stream.mapMultiToInt(mapper), lifecycle);
  }

  @Override
  public LongStream mapMultiToLong(BiConsumer<? super T, ? super LongConsumer> mapper) {
    return new ObservedLongStream(stream.mapMultiToLong(mapper), lifecycle);
  }

  @Override
  public DoubleStream mapMultiToDouble(BiConsumer<? super T, ? super DoubleConsumer> mapper) {
    return new ObservedDoubleStream(stream.mapMultiToDouble(mapper), lifecycle);
  }

  @Override
  public Stream<T> distinct() {
    return after(stream.distinct());
  }

  @Override
  public Stream<T> sorted() {
    return after(stream.sorted());
  }

  @Override
  public Stream<T> sorted(Comparator<? super T> comparator) {
    return after(stream.sorted(comparator));
  }

  @Override
  public Stream<T> peek(Consumer<? super T> action) {
    return after(stream.peek(action));
  }

  @Override
  public Stream<T> limit(long maxSize) {
    return after(stream.limit(maxSize));
  }

  @Override
  public Stream<T> skip(long count) {
    return after(stream.skip(count));
  }

  @Override
  public Stream<T> takeWhile(Predicate<? super T> predicate) {
    return after(stream.takeWhile(predicate));
  }

  @Override
  public Stream<T> dropWhile(Predicate<? super T> predicate) {
    return after(stream.dropWhile(predicate));
  }

  @Override
  public void forEach(Consumer<? super T> action) {
    lifecycle.complete(() -> stream.forEach(action));
  }

  @Override
  public void forEachOrdered(Consumer<? super T> action) {
    lifecycle.complete(() -> stream.forEachOrdered(action));
  }

  @Override
  public Object[] toArray() {
    return lifecycle.complete(() -> stream.toArray());
  }

  @Override
  public <A> A[] toArray(IntFunction<A[]> generator) {
    return lifecycle.complete(() -> stream.toArray(generator));
  }

  @Override
  public List<T> toList() {
    return lifecycle.complete(stream::toList);
  }

  @Override
  public T reduce(T identity, BinaryOperator<T> accumulator) {
    return lifecycle.complete(() -> stream.reduce(identity, accumulator));
  }

  @Override
  public Optional<T> reduce(BinaryOperator<T> accumulator) {
    return lifecycle.complete(() -> stream.reduce(accumulator));
  }

  @Override
  public <U> U reduce(
      U identity, BiFunction<U, ? super T, U> accumulator, BinaryOperator<U> combiner) {
    return lifecycle.complete(() -> stream.reduce(identity, accumulator, combiner));
  }

  @Override
  public <R> R collect(
      Supplier<R> supplier, BiConsumer<R, ? super T> accumulator, BiConsumer<R, R> combiner) {
    return lifecycle.complete(() -> stream.collect(supplier, accumulator, combiner));
  }

  @Override
  public <R, A> R collect(Collector<? super T, A, R> collector) {
    return lifecycle.complete(() -> stream.collect(collector));
  }

  @Override
  public Optional<T> min(Comparator<? super T> comparator) {
    return lifecycle.complete(() -> stream.min(comparator));
  }

  @Override
  public Optional<T> max(Comparator<? super T> comparator) {
    return lifecycle.complete(() -> stream.max(comparator));
  }

  @Override
  public long count() {
    return lifecycle.complete(stream::count);
  }

  @Override
  public boolean anyMatch(Predicate<? super T> predicate) {
    return lifecycle.complete(() -> stream.anyMatch(predicate));
  }

  @Override
  public boolean allMatch(Predicate<? super T> predicate) {
    return lifecycle.complete(() -> stream.allMatch(predicate));
  }

  @Override
  public boolean noneMatch(Predicate<? super T> predicate) {
    return lifecycle.complete(() -> stream.noneMatch(predicate));
  }

  @Override
  public Optional<T> findFirst() {
    return lifecycle.complete(stream::findFirst);
  }

  @Override
  public Optional<T> findAny() {
    return lifecycle.complete(stream::findAny);
  }

  /** Like the JDK's own streams do it. */
  @Override
  public Iterator<T> iterator() {
    return Spliterators.iterator(spliterator());
  }

  @Override
  public Spliterator<T> spliterator() {
    return new ObservedObjectSpliterator<>(lifecycle.advance(stream::spliterator), lifecycle);
  }
}
