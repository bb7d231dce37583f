package io.spanloom.mutiny;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.Span;
import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.spanloom.SpanloomOptions;
import io.spanloom.content.ContentMode;
import io.spanloom.testing.SpanloomExtension;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A result's first subscription ends the span, and notices nothing of it. */
@Timeout(30)
class ResultsTest {

  private static final String CHUNKS = "spanloom.stream.chunks";
  private static final String END = "spanloom.end";
  private static final Duration LONG = Duration.ofSeconds(20);

  @RegisterExtension
  static final SpanloomExtension spanloom =
      SpanloomExtension.with(SpanloomOptions.builder().content(ContentMode.SPAN_ONLY).build());

  private final Library library = new Library();

  @Test
  void aUniEndsWithItsItemBeforeTheCallerSeesIt() {
    AtomicReference<UniEmitter<? super String>> emitter = new AtomicReference<>();
    List<Integer> ended = new ArrayList<>();

    library
        .one(Uni.createFrom().<String>emitter(emitter::set))
        .subscribe()
        .with(item -> ended.add(spanloom.spans().size()));
    assertThat(spanloom.spans()).isEmpty();
    emitter.get().complete("found");

    assertThat(ended).containsExactly(1);
    assertThat(spanloom.trace())
        .hasRoot("execute_tool one")
        .hasAttribute("output.value", "found")
        .hasNoAttribute(CHUNKS)
        .hasNoAttribute(END);
  }

  @Test
  void aUniWithoutAnItemIsASuccess() {
    assertThat(library.one(Uni.createFrom().voidItem()).await().atMost(LONG)).isNull();

    assertThat(spanloom.trace())
        .hasRoot("execute_tool one")
        .hasNotFailed()
        .hasNoAttribute(END)
        .hasNoAttribute("output.value");
  }

  @Test
  void aMultiEndsWithItsCompletion() {
    UnicastProcessor<String> processor = UnicastProcessor.create();

    AssertSubscriber<String> seen = observe(library.many(processor), 10);
    processor.onNext("a");
    processor.onNext("b");
    assertThat(spanloom.spans()).isEmpty();
    processor.onComplete();

    seen.assertCompleted().assertItems("a", "b");
    assertThat(spanloom.trace())
        .hasRoot("execute_tool many")
        .hasAttribute(CHUNKS, 2L)
        .hasAttribute("output.value", "ab");
  }

  @Test
  void aMultiStaysOneAsAPublisher() {
    assertThat(library.publisher(Multi.createFrom().items(1, 2)))
        .isInstanceOfSatisfying(
            Multi.class,
            multi ->
                assertThat(multi.collect().asList().await().indefinitely()).hasToString("[1, 2]"));

    assertThat(spanloom.trace()).hasRoot("execute_tool publisher").hasAttribute(CHUNKS, 2L);
  }

  @Test
  void attributesAreReadFromTheItem() {
    library.counted(Uni.createFrom().item(() -> "four")).await().atMost(LONG);

    assertThat(spanloom.trace()).hasRoot("execute_tool count").hasAttribute("app.letters", 4L);
  }

  @Test
  void aFailureIsRecordedAndPassedOnAsItIs() {
    IllegalStateException gone = new IllegalStateException("gone");

    assertThatThrownBy(() -> library.one(Uni.createFrom().failure(gone)).await().atMost(LONG))
        .isSameAs(gone);
    observe(
            library.many(
                Multi.createBy()
                    .concatenating()
                    .streams(
                        Multi.createFrom().item(1), Multi.createFrom().failure(new IOException()))),
            10)
        .assertItems(1)
        .assertFailedWith(IOException.class);

    assertThat(spanloom.traces().get(0))
        .hasRoot("execute_tool one")
        .hasFailedWith(IllegalStateException.class);
    assertThat(spanloom.traces().get(1))
        .hasRoot("execute_tool many")
        .hasFailedWith(IOException.class)
        .hasAttribute(CHUNKS, 1L);
  }

  @Test
  void cancelEndsTheSpanButIsNoError() {
    List<String> upstream = new ArrayList<>();

    UniAssertSubscriber<?> one =
        library
            .one(Uni.createFrom().nothing().onCancellation().invoke(() -> upstream.add("one")))
            .subscribe()
            .withSubscriber(UniAssertSubscriber.create());
    one.cancel();
    observe(
            library
                .many(
                    Multi.createFrom()
                        .range(0, 9)
                        .onCancellation()
                        .invoke(() -> upstream.add("many")))
                .select()
                .first(1),
            10)
        .assertCompleted()
        .assertItems(0);

    assertThat(upstream).containsExactly("one", "many");
    assertThat(spanloom.traces())
        .hasSize(2)
        .allSatisfy(
            trace ->
                assertThat(trace)
                    .hasRoot(trace.roots().get(0).data().getName())
                    .hasNotFailed()
                    .hasAttribute(END, "cancelled"));
  }

  @Test
  void aTimeoutCancelsWhatItIsOf() {
    assertThatThrownBy(
            () ->
                library
                    .one(Uni.createFrom().nothing())
                    .ifNoItem()
                    .after(Duration.ofMillis(1))
                    .fail()
                    .await()
                    .atMost(LONG))
        .isInstanceOf(TimeoutException.class);
    assertThatThrownBy(
            () ->
                library
                    .one(Uni.createFrom().nothing().ifNoItem().after(Duration.ofMillis(1)).fail())
                    .await()
                    .atMost(LONG))
        .isInstanceOf(TimeoutException.class);

    assertThat(spanloom.traces().get(0))
        .hasRoot("execute_tool one")
        .hasNotFailed()
        .hasAttribute(END, "cancelled");
    assertThat(spanloom.traces().get(1))
        .hasRoot("execute_tool one")
        .hasFailedWith(TimeoutException.class);
  }

  @Test
  void whatNobodySubscribesToEndsWhenItIsCollected() {
    library.one(Uni.createFrom().item(1));
    library.many(Multi.createFrom().item(1));

    while (spanloom.spans().size() < 2) {
      System.gc();
      Thread.onSpinWait();
    }

    assertThat(spanloom.traces())
        .allSatisfy(
            trace ->
                assertThat(trace)
                    .hasRoot(trace.roots().get(0).data().getName())
                    .hasAttribute(END, "unobserved"));
  }

  @Test
  void aModelsStreamIsPutTogetherAndItsFirstChunkTimed() {
    library.chat(Multi.createFrom().items("Hel", "lo")).collect().asList().await().atMost(LONG);

    assertThat(spanloom.trace())
        .hasRoot("chat m")
        .hasAttribute(CHUNKS, 2L)
        .hasAttribute("output.value", "Hello")
        .hasAttribute("gen_ai.response.time_to_first_chunk");
  }

  @Test
  void demandIsTheSubscribersOwn() {
    List<Long> requested = new ArrayList<>();

    AssertSubscriber<Integer> slow =
        observe(library.many(Multi.createFrom().range(0, 3).onRequest().invoke(requested::add)), 0);
    assertThat(requested).isEmpty();
    slow.request(1);
    slow.request(2);

    slow.assertCompleted().assertItems(0, 1, 2);
    assertThat(requested).containsExactly(1L, 2L);
    assertThat(spanloom.trace()).hasRoot("execute_tool many").hasAttribute(CHUNKS, 3L);
  }

  @Test
  void theProducerRunsInTheSpanAndTheCallerOutsideOfIt() {
    List<String> producer = new CopyOnWriteArrayList<>();
    List<String> consumer = new CopyOnWriteArrayList<>();

    String outer =
        library.inWorkflow(
            () -> {
              Multi<Integer> result =
                  library.inTool(
                      () ->
                          Multi.createFrom()
                              .<Integer>emitter(
                                  emitter -> {
                                    producer.add(spanId());
                                    emitter.emit(1).complete();
                                  })
                              .emitOn(Infrastructure.getDefaultExecutor())
                              .map(item -> noted(producer, item)));
              result
                  .map(item -> noted(consumer, item))
                  .onCompletion()
                  .invoke(() -> consumer.add(spanId()))
                  .emitOn(Infrastructure.getDefaultExecutor())
                  .map(item -> noted(consumer, item))
                  .collect()
                  .asList()
                  .await()
                  .atMost(LONG);
              return spanId();
            });

    String inner =
        spanloom.spans().stream()
            .filter(span -> span.getName().equals("execute_tool many"))
            .findFirst()
            .orElseThrow()
            .getSpanId();
    assertThat(producer).hasSize(2).containsOnly(inner);
    assertThat(consumer).hasSize(3).containsOnly(outer);
  }

  @Test
  @SuppressWarnings("removal") // the oldest version's keys are strings
  void mutinysContextIsTheSubscribersOwnInBothDirections() {
    Context context = Context.of("tenant", "acme");
    Uni<String> source =
        library.inWorkflow(
            () ->
                library.one(
                    Uni.createFrom()
                        .context(known -> Uni.createFrom().item(known.<String>get("tenant")))
                        .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                        .withContext((uni, known) -> uni.invoke(item -> known.put("seen", item)))));

    assertThat(source.awaitUsing(context).atMost(LONG)).isEqualTo("acme");

    assertThat(context.<String>get("seen")).isEqualTo("acme");
    assertThat(context.keys()).hasSize(2);
  }

  /** In the oldest version this subscriber is no {@code MultiSubscriber}. */
  private static <T> AssertSubscriber<T> observe(Multi<T> multi, long demand) {
    AssertSubscriber<T> subscriber = AssertSubscriber.create(demand);
    Flow.Subscriber<T> plain = subscriber;
    multi.subscribe().withSubscriber(plain);
    return subscriber;
  }

  private static <T> T noted(List<String> where, T value) {
    where.add(spanId());
    return value;
  }

  private static String spanId() {
    return Span.current().getSpanContext().getSpanId();
  }
}
