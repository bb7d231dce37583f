package io.spanloom.internal.observed;

import io.spanloom.result.ResultTracker;
import java.util.DoubleSummaryStatistics;
import java.util.OptionalDouble;
import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiConsumer;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;
import java.util.function.DoublePredicate;
import java.util.function.DoubleToIntFunction;
import java.util.function.DoubleToLongFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ObjDoubleConsumer;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The stand-in for a stream of doubles. */
final class ObservedDoubleStream extends ObservedPipeline<Double, DoubleStream>
    implements DoubleStream {

  ObservedDoubleStream(DoubleStream stream, StreamLifecycle lifecycle) {
    super(stream, lifecycle);
  }

  static DoubleStream of(DoubleStream result, ResultTracker tracker) {
    StreamLifecycle lifecycle = new StreamLifecycle(tracker);
    DoubleStream observed =
        result.mapMulti((item, next) -> lifecycle.pass(item, () -> next.accept(item)));
    return new ObservedDoubleStream(observed, lifecycle);
  }

  @Override
  DoubleStream self() {
    return this;
  }

  @Override
  DoubleStream after(DoubleStream next) {
    return new ObservedDoubleStream(next, lifecycle);
  }

  @Override
  public DoubleStream filter(DoublePredicate predicate) {
    return after(stream.filter(predicate));
  }

  @Override
  public DoubleStream map(DoubleUnaryOperator mapper) {
    return after(stream.map(mapper));
  }

  @Override
  public <U> Stream<U> mapToObj(DoubleFunction<? extends U> mapper) {
    return new ObservedStream<>(stream.mapToObj(mapper), lifecycle);
  }

  @Override
  public IntStream mapToInt(DoubleToIntFunction mapper) {
    return new ObservedIntStream(stream.mapToInt(mapper), lifecycle);
  }

  @Override
  public LongStream mapToLong(DoubleToLongFunction mapper) {
    return new ObservedLongStream(stream.mapToLong(mapper), lifecycle);
  }

  @Override
  public DoubleStream flatMap(DoubleFunction<? extends DoubleStream> mapper) {
    return after(stream.flatMap(mapper));
  }

  @Override
  public DoubleStream mapMulti(DoubleStream.DoubleMapMultiConsumer mapper) {
    return after(stream.mapMulti(mapper));
  }

  @Override
  public DoubleStream distinct() {
    return after(stream.distinct());
  }

  @Override
  public DoubleStream sorted() {
    return after(stream.sorted());
  }

  @Override
  public DoubleStream peek(DoubleConsumer action) {
    return after(stream.peek(action));
  }

  @Override
  public DoubleStream limit(long maxSize) {
    return after(stream.limit(maxSize));
  }

  @Override
  public DoubleStream skip(long count) {
    return after(stream.skip(count));
  }

  @Override
  public DoubleStream takeWhile(DoublePredicate predicate) {
    return after(stream.takeWhile(predicate));
  }

  @Override
  public DoubleStream dropWhile(DoublePredicate predicate) {
    return after(stream.dropWhile(predicate));
  }

  @Override
  public Stream<Double> boxed() {
    return new ObservedStream<>(stream.boxed(), lifecycle);
  }

  @Override
  public void forEach(DoubleConsumer action) {
    lifecycle.complete(() -> stream.forEach(action));
  }

  @Override
  public void forEachOrdered(DoubleConsumer action) {
    lifecycle.complete(() -> stream.forEachOrdered(action));
  }

  @Override
  public double[] toArray() {
    return lifecycle.complete(() -> stream.toArray());
  }

  @Override
  public double reduce(double identity, DoubleBinaryOperator operator) {
    return lifecycle.complete(() -> stream.reduce(identity, operator));
  }

  @Override
  public OptionalDouble reduce(DoubleBinaryOperator operator) {
    return lifecycle.complete(() -> stream.reduce(operator));
  }

  @Override
  public <R> R collect(
      Supplier<R> supplier, ObjDoubleConsumer<R> accumulator, BiConsumer<R, R> combiner) {
    return lifecycle.complete(() -> stream.collect(supplier, accumulator, combiner));
  }

  @Override
  public double sum() {
    return lifecycle.complete(stream::sum);
  }

  @Override
  public OptionalDouble min() {
    return lifecycle.complete(stream::min);
  }

  @Override
  public OptionalDouble max() {
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
  public DoubleSummaryStatistics summaryStatistics() {
    return lifecycle.complete(stream::summaryStatistics);
  }

  @Override
  public boolean anyMatch(DoublePredicate predicate) {
    return lifecycle.complete(() -> stream.anyMatch(predicate));
  }

  @Override
  public boolean allMatch(DoublePredicate predicate) {
    return lifecycle.complete(() -> stream.allMatch(predicate));
  }

  @Override
  public boolean noneMatch(DoublePredicate predicate) {
    return lifecycle.complete(() -> stream.noneMatch(predicate));
  }

  @Override
  public OptionalDouble findFirst() {
    return lifecycle.complete(stream::findFirst);
  }

  @Override
  public OptionalDouble findAny() {
    return lifecycle.complete(stream::findAny);
  }

  /** Like the JDK's own streams do it. */
  @Override
  public PrimitiveIterator.OfDouble iterator() {
    return Spliterators.iterator(spliterator());
  }

  @Override
  public Spliterator.OfDouble spliterator() {
    return new ObservedDoubleSpliterator(lifecycle.advance(stream::spliterator), lifecycle);
  }
}
