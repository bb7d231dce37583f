package io.spanloom.internal.observed;

import io.spanloom.result.ResultTracker;
import java.util.LongSummaryStatistics;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiConsumer;
import java.util.function.LongBinaryOperator;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.function.LongToDoubleFunction;
import java.util.function.LongToIntFunction;
import java.util.function.LongUnaryOperator;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The stand-in for a stream of longs. */
final class ObservedLongStream extends ObservedPipeline<Long, LongStream> implements LongStream {

  ObservedLongStream(LongStream stream, StreamLifecycle lifecycle) {
    super(stream, lifecycle);
  }

  static LongStream of(LongStream result, ResultTracker tracker) {
    StreamLifecycle lifecycle = new StreamLifecycle(tracker);
    LongStream observed =
        result.mapMulti((item, next) -> lifecycle.pass(item, () -> next.accept(item)));
    return new ObservedLongStream(observed, lifecycle);
  }

  @Override
  LongStream self() {
    return this;
  }

  @Override
  LongStream after(LongStream next) {
    return new ObservedLongStream(next, lifecycle);
  }

  @Override
  public LongStream filter(LongPredicate predicate) {
    return after(stream.filter(predicate));
  }

  @Override
  public LongStream map(LongUnaryOperator mapper) {
    return after(stream.map(mapper));
  }

  @Override
  public <U> Stream<U> mapToObj(LongFunction<? extends U> mapper) {
    return new ObservedStream<>(stream.mapToObj(mapper), lifecycle);
  }

  @Override
  public IntStream mapToInt(LongToIntFunction mapper) {
    return new ObservedIntStream(stream.mapToInt(mapper), lifecycle);
  }

  @Override
  public DoubleStream mapToDouble(LongToDoubleFunction mapper) {
    return new ObservedDoubleStream(stream.mapToDouble(mapper), lifecycle);
  }

  @Override
  public LongStream flatMap(LongFunction<? extends LongStream> mapper) {
    return after(stream.flatMap(mapper));
  }

  @Override
  public LongStream mapMulti(LongStream.LongMapMultiConsumer mapper) {
    return after(stream.mapMulti(mapper));
  }

  @Override
  public LongStream distinct() {
    return after(stream.distinct());
  }

  @Override
  public LongStream sorted() {
    return after(stream.sorted());
  }

  @Override
  public LongStream peek(LongConsumer action) {
    return after(stream.peek(action));
  }

  @Override
  public LongStream limit(long maxSize) {
    return after(stream.limit(maxSize));
  }

  @Override
  public LongStream skip(long count) {
    return after(stream.skip(count));
  }

  @Override
  public LongStream takeWhile(LongPredicate predicate) {
    return after(stream.takeWhile(predicate));
  }

  @Override
  public LongStream dropWhile(LongPredicate predicate) {
    return after(stream.dropWhile(predicate));
  }

  @Override
  public DoubleStream asDoubleStream() {
    return new ObservedDoubleStream(stream.asDoubleStream(), lifecycle);
  }

  @Override
  public Stream<Long> boxed() {
    return new ObservedStream<>(stream.boxed(), lifecycle);
  }

  @Override
  public void forEach(LongConsumer action) {
    lifecycle.complete(() -> stream.forEach(action));
  }

  @Override
  public void forEachOrdered(LongConsumer action) {
    lifecycle.complete(() -> stream.forEachOrdered(action));
  }

  @Override
  public long[] toArray() {
    return lifecycle.complete(() -> stream.toArray());
  }

  @Override
  public long reduce(long identity, LongBinaryOperator operator) {
    return lifecycle.complete(() -> stream.reduce(identity, operator));
  }

  @Override
  public OptionalLong reduce(LongBinaryOperator operator) {
    return lifecycle.complete(() -> stream.reduce(operator));
  }

  @Override
  public <R> R collect(
      Supplier<R> supplier, ObjLongConsumer<R> accumulator, BiConsumer<R, R> combiner) {
    return lifecycle.complete(() -> stream.collect(supplier, accumulator, combiner));
  }

  @Override
  public long sum() {
    return lifecycle.complete(stream::sum);
  }

  @Override
  public OptionalLong min() {
    return lifecycle.complete(stream::min);
  }

  @Override
  public OptionalLong max() {
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
  public LongSummaryStatistics summaryStatistics() {
    return lifecycle.complete(stream::summaryStatistics);
  }

  @Override
  public boolean anyMatch(LongPredicate predicate) {
    return lifecycle.complete(() -> stream.anyMatch(predicate));
  }

  @Override
  public boolean allMatch(LongPredicate predicate) {
    return lifecycle.complete(() -> stream.allMatch(predicate));
  }

  @Override
  public boolean noneMatch(LongPredicate predicate) {
    return lifecycle.complete(() -> stream.noneMatch(predicate));
  }

  @Override
  public OptionalLong findFirst() {
    return lifecycle.complete(stream::findFirst);
  }

  @Override
  public OptionalLong findAny() {
    return lifecycle.complete(stream::findAny);
  }

  /** Like the JDK's own streams do it. */
  @Override
  public PrimitiveIterator.OfLong iterator() {
    return Spliterators.iterator(spliterator());
  }

  @Override
  public Spliterator.OfLong spliterator() {
    return new ObservedLongSpliterator(lifecycle.advance(stream::spliterator), lifecycle);
  }
}
