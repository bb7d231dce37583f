package io.spanloom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.opentelemetry.api.trace.Span;
import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.Tool;
import io.spanloom.annotations.Workflow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A stream's terminal operation ends the span; the stream works as if nobody watched. */
@SuppressWarnings("NoJsonForm") // the tests hand their tools what these are to return
class StreamTest {

  private static final String CHUNKS = "spanloom.stream.chunks";
  private static final String END = "spanloom.end";

  private final Recorded recorded = Recorded.withDefaults();
  private final AtomicInteger made = new AtomicInteger();

  @AfterEach
  void close() {
    recorded.close();
  }

  @Test
  void endsWithTheTerminalOperation() {
    Stream<Integer> stream = find(Stream.of(3, 1, 2).peek(item -> made.incrementAndGet()));
    Stream<String> derived = stream.filter(item -> item > 1).sorted().map(String::valueOf);
    assertThat(made).hasValue(0);
    assertThat(recorded.spans()).isEmpty();

    assertThat(derived.collect(Collectors.joining("+"))).isEqualTo("2+3");

    assertThat(recorded.tree(CHUNKS, END)).isEqualTo("execute_tool find 3\n");
  }

  @Test
  void anInfiniteStreamIsReadOnlyAsFarAsItIsWanted() {
    assertThat(find(Stream.generate(made::incrementAndGet)).limit(3).toList())
        .containsExactly(1, 2, 3);

    assertThat(made).hasValue(3);
    assertThat(recorded.tree(CHUNKS)).isEqualTo("execute_tool find 3\n");
  }

  /** A wrapped spliterator would make the JDK buffer the inner stream, which has no end. */
  @Test
  void anInfiniteInnerStreamIsReadOnlyAsFarAsItIsWanted() {
    Stream<Integer> nested = Stream.of(1).flatMap(unused -> Stream.generate(made::incrementAndGet));

    assertThat(find(nested).findFirst()).hasValue(1);

    assertThat(made).hasValue(1);
    assertThat(recorded.tree(CHUNKS)).isEqualTo("execute_tool find 1\n");
  }

  @Test
  void shortCircuitingEndsTheSpan() {
    assertThat(find(Stream.of(1, 2, 3)).anyMatch(item -> item == 2)).isTrue();

    assertThat(recorded.tree(CHUNKS, END)).isEqualTo("execute_tool find 2\n");
  }

  @Test
  void aFailureIsRecordedAndArrivesAsItIs() {
    IOException gone = new IOException("gone");
    Stream<Integer> failing =
        Stream.of(1, 2).peek(item -> StreamTest.<RuntimeException>sneak(gone));

    assertThat(catchThrowable(() -> find(failing).toList())).isSameAs(gone);

    assertThat(recorded.tree("error.type"))
        .isEqualTo("execute_tool find java.io.IOException ERROR\n");
  }

  @Test
  void aFailureOfTheCallersOwnArrivesAsItIs() {
    IOException full = new IOException("full");

    assertThat(
            catchThrowable(
                () -> find(Stream.of(1)).forEach(item -> StreamTest.<RuntimeException>sneak(full))))
        .isSameAs(full);
  }

  @Test
  void closingWithoutReadingIsCancellation() {
    List<String> closed = new ArrayList<>();
    try (Stream<Integer> stream = find(Stream.of(1).onClose(() -> closed.add("upstream")))) {
      stream.onClose(() -> closed.add("downstream"));
    }

    assertThat(closed).containsExactly("upstream", "downstream");
    assertThat(recorded.tree(CHUNKS, END)).isEqualTo("execute_tool find 0 cancelled\n");
  }

  @Test
  void parallelStreamsCountEveryItemOnce() {
    int sum =
        find(IntStream.range(0, 10_000).boxed().parallel())
            .map(item -> item * 2)
            .reduce(0, Integer::sum);

    assertThat(sum).isEqualTo(99_990_000);
    assertThat(recorded.tree(CHUNKS)).isEqualTo("execute_tool find 10000\n");
  }

  @Test
  void orderIsKeptWhereTheStreamIsMadeParallelLater() {
    Stream<Integer> stream = find(IntStream.range(0, 1000).boxed());

    assertThat(stream.parallel()).isSameAs(stream);
    assertThat(stream.isParallel()).isTrue();
    assertThat(stream.toList()).isSorted().hasSize(1000);
  }

  @Test
  void theIteratorEndsTheSpanWhenItIsThrough() {
    Iterator<Integer> iterator = find(Stream.generate(made::incrementAndGet).limit(2)).iterator();
    assertThat(iterator.next()).isEqualTo(1);
    assertThat(made).hasValue(1);
    assertThat(iterator.next()).isEqualTo(2);
    assertThat(recorded.spans()).isEmpty();

    assertThat(iterator.hasNext()).isFalse();

    assertThat(recorded.tree(CHUNKS)).isEqualTo("execute_tool find 2\n");
  }

  @Test
  void aSplitSpliteratorEndsTheSpanWhenAllPartsAreThrough() {
    Spliterator<Integer> all = find(Stream.of(1, 2, 3, 4)).parallel().spliterator();
    Spliterator<Integer> half = all.trySplit();

    all.forEachRemaining(item -> made.incrementAndGet());
    assertThat(recorded.spans()).isEmpty();
    half.forEachRemaining(item -> made.incrementAndGet());

    assertThat(made).hasValue(4);
    assertThat(recorded.tree(CHUNKS)).isEqualTo("execute_tool find 4\n");
  }

  @Test
  void concatenationAndFlatMapTakeItLikeAnyOther() {
    assertThat(Stream.concat(find(Stream.of(1)), find(Stream.of(2))).toList())
        .containsExactly(1, 2);
    assertThat(Stream.of(3, 4).flatMap(item -> find(Stream.of(item))).limit(1).toList())
        .containsExactly(3);

    assertThat(recorded.spans()).hasSize(3);
  }

  @Test
  void theProducerRunsInTheSpanAndTheCallersStagesOutsideOfIt() {
    List<String> producers = new ArrayList<>();
    List<String> consumers = new ArrayList<>();
    Stream<Integer> source = Stream.of(1, 2).peek(item -> producers.add(currentSpan()));

    String outer =
        inWorkflow(
            () ->
                find(source)
                    .map(item -> item + 1)
                    .peek(item -> consumers.add(currentSpan()))
                    .forEach(item -> consumers.add(currentSpan())));

    assertThat(producers).hasSize(2).containsOnly(recorded.span("execute_tool find").getSpanId());
    assertThat(consumers).hasSize(4).containsOnly(outer);
  }

  @Test
  void primitiveStreamsWorkToo() {
    assertThat(ints(IntStream.iterate(1, i -> i + 1)).limit(4).sum()).isEqualTo(10);
    assertThat(longs(LongStream.of(1, 2)).boxed().toList()).containsExactly(1L, 2L);
    assertThat(doubles(DoubleStream.of(1, 2)).iterator().nextDouble()).isEqualTo(1);
    assertThat(ints(IntStream.of(1, 2)).spliterator().tryAdvance((int i) -> made.set(i))).isTrue();

    assertThat(made).hasValue(1);
    assertThat(recorded.tree(CHUNKS)).isEqualTo("execute_tool ints 4\nexecute_tool longs 2\n");
  }

  @Test
  void aStreamNobodyReadsEndsWhenItIsForgotten() throws Exception {
    find(Stream.of(1));

    recorded.awaitSpansWhileCollecting(1);

    assertThat(recorded.tree(CHUNKS, END)).isEqualTo("execute_tool find 0 unobserved\n");
  }

  @Test
  void attributesAreReadFromEveryItemAndTheLastStays() {
    assertThat(counted(Stream.of(1, 5, 7)).count()).isEqualTo(3);

    assertThat(recorded.tree("app.last", CHUNKS)).isEqualTo("execute_tool counted 7 3\n");
  }

  @Test
  void aStreamThatWasReadAlreadyFailsAsAlways() {
    Stream<Integer> stream = find(Stream.of(1));
    stream.toList();

    assertThat(catchThrowable(stream::toList)).isInstanceOf(IllegalStateException.class);
    assertThat(recorded.tree(CHUNKS)).isEqualTo("execute_tool find 1\n");
  }

  @Test
  void aStreamThatWasReadBeforeItWasReturnedIsTheCallersTrouble() {
    Stream<Integer> used = Stream.of(1);
    used.toList();

    Stream<Integer> found = find(used);

    assertThat(found).isSameAs(used);
    assertThat(catchThrowable(found::toList)).isInstanceOf(IllegalStateException.class);
    assertThat(recorded.spans()).hasSize(1);
  }

  @Test
  void textOfAModelCallIsCounted() {
    Iterable<String> words = List.of("a", "b");

    assertThat(tokens(() -> StreamSupport.stream(words.spliterator(), false)).toList()).hasSize(2);

    assertThat(recorded.tree(CHUNKS)).isEqualTo("chat m 2\n");
  }

  private static String currentSpan() {
    return Span.current().getSpanContext().getSpanId();
  }

  @SuppressWarnings("unchecked") // as a lambda that throws what it did not declare
  private static <T extends Throwable> void sneak(Throwable thrown) throws T {
    throw (T) thrown;
  }

  @Workflow
  String inWorkflow(Runnable work) {
    work.run();
    return currentSpan();
  }

  /** Finds. */
  @Tool
  final <T extends Comparable<T>> Stream<T> find(Stream<T> result) {
    return result;
  }

  /** Counts. */
  @Tool
  @Attribute(key = "app.last", path = "intValue()")
  static Stream<Integer> counted(Stream<Integer> result) {
    return result;
  }

  /** Ints. */
  @Tool
  IntStream ints(IntStream result) {
    return result;
  }

  /** Longs. */
  @Tool
  LongStream longs(LongStream result) {
    return result;
  }

  /** Doubles. */
  @Tool
  DoubleStream doubles(DoubleStream result) {
    return result;
  }

  @LlmCall(model = "m")
  @SuppressWarnings("LlmCallWithoutUsage")
  synchronized Stream<String> tokens(Supplier<Stream<String>> result) {
    return result.get();
  }
}
