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

  ObservedStream(Stream<T> stream, StreamLifecycle consumption) {
    super(stream, consumption);
  }

  static <T> Stream<T> of(Stream<T> result, ResultTracker observation) {
    StreamLifecycle consumption = new StreamLifecycle(observation);
    Stream<T> told =
        result.mapMulti((item, next) -> consumption.pass(item, () -> next.accept(item)));
    return new ObservedStream<>(told, consumption);
  }

  @Override
  Stream<T> self() {
    return this;
  }

  @Override
  Stream<T> after(Stream<T> next) {
    return new ObservedStream<>(next, consumption);
  }

  @Override
  public Stream<T> filter(Predicate<? super T> predicate) {
    return after(stream.filter(predicate));
  }

  @Override
  public <R> Stream<R> map(Function<? super T, ? extends R> mapper) {
    return new ObservedStream<>(stream.map(mapper), consumption);
  }

  @Override
  public IntStream mapToInt(ToIntFunction<? super T> mapper) {
    return new ObservedIntStream(stream.mapToInt(mapper), consumption);
  }

  @Override
  public LongStream mapToLong(ToLongFunction<? super T> mapper) {
    return new ObservedLongStream(stream.mapToLong(mapper), consumption);
  }

  @Override
  public DoubleStream mapToDouble(ToDoubleFunction<? super T> mapper) {
    return new ObservedDoubleStream(stream.mapToDouble(mapper), consumption);
  }

  @Override
  public <R> Stream<R> flatMap(Function<? super T, ? extends Stream<? extends R>> mapper) {
    return new ObservedStream<>(stream.flatMap(mapper), consumption);
  }

  @Override
  public IntStream flatMapToInt(Function<? super T, ? extends IntStream> mapper) {
    return new ObservedIntStream(stream.flatMapToInt(mapper), consumption);
  }

  @Override
  public LongStream flatMapToLong(Function<? super T, ? extends LongStream> mapper) {
    return new ObservedLongStream(stream.flatMapToLong(mapper), consumption);
  }

  @Override
  public DoubleStream flatMapToDouble(Function<? super T, ? extends DoubleStream> mapper) {
    return new ObservedDoubleStream(stream.flatMapToDouble(mapper), consumption);
  }

  @Override
  public <R> Stream<R> mapMulti(BiConsumer<? super T, ? super Consumer<R>> mapper) {
    return new ObservedStream<>(stream.mapMulti(mapper), consumption);
  }

  @Override
  public IntStream mapMultiToInt(BiConsumer<? super T, ? super IntConsumer> mapper) {
    return new ObservedIntStream(stream.mapMultiToInt(mapper), consumption);
  }

  @Override
  public LongStream mapMultiToLong(BiConsumer<? super T, ? super LongConsumer> mapper) {
    return new ObservedLongStream(stream.mapMultiToLong(mapper), consumption);
  }

  @Override
  public DoubleStream mapMultiToDouble(BiConsumer<? super T, ? super DoubleConsumer> mapper) {
    return new ObservedDoubleStream(stream.mapMultiToDouble(mapper), consumption);
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
    consumption.complete(() -> stream.forEach(action));
  }

  @Override
  public void forEachOrdered(Consumer<? super T> action) {
    consumption.complete(() -> stream.forEachOrdered(action));
  }

  @Override
  public Object[] toArray() {
    return consumption.complete(() -> stream.toArray());
  }

  @Override
  public <A> A[] toArray(IntFunction<A[]> generator) {
    return consumption.complete(() -> stream.toArray(generator));
  }

  @Override
  public List<T> toList() {
    return consumption.complete(stream::toList);
  }

  @Override
  public T reduce(T identity, BinaryOperator<T> accumulator) {
    return consumption.complete(() -> stream.reduce(identity, accumulator));
  }

  @Override
  public Optional<T> reduce(BinaryOperator<T> accumulator) {
    return consumption.complete(() -> stream.reduce(accumulator));
  }

  @Override
  public <U> U reduce(
      U identity, BiFunction<U, ? super T, U> accumulator, BinaryOperator<U> combiner) {
    return consumption.complete(() -> stream.reduce(identity, accumulator, combiner));
  }

  @Override
  public <R> R collect(
      Supplier<R> supplier, BiConsumer<R, ? super T> accumulator, BiConsumer<R, R> combiner) {
    return consumption.complete(() -> stream.collect(supplier, accumulator, combiner));
  }

  @Override
  public <R, A> R collect(Collector<? super T, A, R> collector) {
    return consumption.complete(() -> stream.collect(collector));
  }

  @Override
  public Optional<T> min(Comparator<? super T> comparator) {
    return consumption.complete(() -> stream.min(comparator));
  }

  @Override
  public Optional<T> max(Comparator<? super T> comparator) {
    return consumption.complete(() -> stream.max(comparator));
  }

  @Override
  public long count() {
    return consumption.complete(stream::count);
  }

  @Override
  public boolean anyMatch(Predicate<? super T> predicate) {
    return consumption.complete(() -> stream.anyMatch(predicate));
  }

  @Override
  public boolean allMatch(Predicate<? super T> predicate) {
    return consumption.complete(() -> stream.allMatch(predicate));
  }

  @Override
  public boolean noneMatch(Predicate<? super T> predicate) {
    return consumption.complete(() -> stream.noneMatch(predicate));
  }

  @Override
  public Optional<T> findFirst() {
    return consumption.complete(stream::findFirst);
  }

  @Override
  public Optional<T> findAny() {
    return consumption.complete(stream::findAny);
  }

  /** Like the JDK's own streams do it. */
  @Override
  public Iterator<T> iterator() {
    return Spliterators.iterator(spliterator());
  }

  @Override
  public Spliterator<T> spliterator() {
    return new ObservedObjectSpliterator<>(consumption.advance(stream::spliterator), consumption);
  }
}
