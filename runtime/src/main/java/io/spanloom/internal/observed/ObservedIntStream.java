package io.spanloom.internal.observed;

import io.spanloom.result.ResultTracker;
import java.util.IntSummaryStatistics;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiConsumer;
import java.util.function.IntBinaryOperator;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The stand-in for a stream of ints. */
final class ObservedIntStream extends ObservedPipeline<Integer, IntStream> implements IntStream {

  ObservedIntStream(IntStream stream, StreamLifecycle lifecycle) {
    super(stream, lifecycle);
  }

  static IntStream of(IntStream result, ResultTracker tracker) {
    StreamLifecycle lifecycle = new StreamLifecycle(tracker);
    IntStream observed =
        result.mapMulti((item, next) -> lifecycle.pass(item, () -> next.accept(item)));
    return new ObservedIntStream(observed, lifecycle);
  }

  @Override
  IntStream self() {
    return this;
  }

  @Override
  IntStream after(IntStream next) {
    return new ObservedIntStream(next, lifecycle);
  }

  @Override
  public IntStream filter(IntPredicate predicate) {
    return after(stream.filter(predicate));
  }

  @Override
  public IntStream map(IntUnaryOperator mapper) {
    return after(stream.map(mapper));
  }

  @Override
  public <U> Stream<U> mapToObj(IntFunction<? extends U> mapper) {
    return new ObservedStream<>(stream.mapToObj(mapper), lifecycle);
  }

  @Override
  public LongStream mapToLong(IntToLongFunction mapper) {
    return new ObservedLongStream(stream.mapToLong(mapper), lifecycle);
  }

  @Override
  public DoubleStream mapToDouble(IntToDoubleFunction mapper) {
    return new ObservedDoubleStream(stream.mapToDouble(mapper), lifecycle);
  }

  @Override
  public IntStream flatMap(IntFunction<? extends IntStream> mapper) {
    return after(stream.flatMap(mapper));
  }

  @Override
  public IntStream mapMulti(IntStream.IntMapMultiConsumer mapper) {
    return after(stream.mapMulti(mapper));
  }

  @Override
  public IntStream distinct() {
    return after(stream.distinct());
  }

  @Override
  public IntStream sorted() {
    return after(stream.sorted());
  }

  @Override
  public IntStream peek(IntConsumer action) {
    return after(stream.peek(action));
  }

  @Override
  public IntStream limit(long maxSize) {
    return after(stream.limit(maxSize));
  }

  @Override
  public IntStream skip(long count) {
    return after(stream.skip(count));
  }

  @Override
  public IntStream takeWhile(IntPredicate predicate) {
    return after(stream.takeWhile(predicate));
  }

  @Override
  public IntStream dropWhile(IntPredicate predicate) {
    return after(stream.dropWhile(predicate));
  }

  @Override
  public LongStream asLongStream() {
    return new ObservedLongStream(stream.asLongStream(), lifecycle);
  }

  @Override
  public DoubleStream asDoubleStream() {
    return new ObservedDoubleStream(stream.asDoubleStream(), lifecycle);
  }

  @Override
  public Stream<Integer> boxed() {
    return new ObservedStream<>(stream.boxed(), lifecycle);
  }

  @Override
  public void forEach(IntConsumer action) {
    lifecycle.complete(() -> stream.forEach(action));
  }

  @Override
  public void forEachOrdered(IntConsumer action) {
    lifecycle.complete(() -> stream.forEachOrdered(action));
  }

  @Override
  public int[] toArray() {
    return lifecycle.complete(() -> stream.toArray());
  }

  @Override
  public int reduce(int identity, IntBinaryOperator operator) {
    return lifecycle.complete(() -> stream.reduce(identity, operator));
  }

  @Override
  public OptionalInt reduce(IntBinaryOperator operator) {
    return lifecycle.complete(() -> stream.reduce(operator));
  }

  @Override
  public <R> R collect(
      Supplier<R> supplier, ObjIntConsumer<R> accumulator, BiConsumer<R, R> combiner) {
    return lifecycle.complete(() -> stream.collect(supplier, accumulator, combiner));
  }

  @Override
  public int sum() {
    return lifecycle.complete(stream::sum);
  }

  @Override
  public OptionalInt min() {
    return lifecycle.complete(stream::min);
  }

  @Override
  public OptionalInt max() {
    return lifecycle.complete(stream::max);
  }

  @Override
  public long count() {
    return lifecycle.complete(stream::count);
  }

  @Override
  public OptionalDouble average() {
    return lifecycle.complete(stream::average);
  }

  @Override
  public IntSummaryStatistics summaryStatistics() {
    return lifecycle.complete(stream::summaryStatistics);
  }

  @Override
  public boolean anyMatch(IntPredicate predicate) {
    return lifecycle.complete(() -> stream.anyMatch(predicate));
  }

  @Override
  public boolean allMatch(IntPredicate predicate) {
    return lifecycle.complete(() -> stream.allMatch(predicate));
  }

  @Override
  public boolean noneMatch(IntPredicate predicate) {
    return lifecycle.complete(() -> stream.noneMatch(predicate));
  }

  @Override
  public OptionalInt findFirst() {
    return lifecycle.complete(stream::findFirst);
  }

  @Override
  public OptionalInt findAny() {
    return lifecycle.complete(stream::findAny);
  }

  /** Like the JDK's own streams do it. */
  @Override
  public PrimitiveIterator.OfInt iterator() {
    return Spliterators.iterator(spliterator());
  }

  @Override
  public Spliterator.OfInt spliterator() {
    return new ObservedIntSpliterator(lifecycle.advance(stream::spliterator), lifecycle);
  }
}
