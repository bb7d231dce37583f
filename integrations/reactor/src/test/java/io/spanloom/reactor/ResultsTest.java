package io.spanloom.reactor;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.Span;
import io.spanloom.SpanloomOptions;
import io.spanloom.content.ContentMode;
import io.spanloom.testing.SpanloomExtension;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/** A result's first subscription ends the span, and notices nothing of it. */
@Timeout(30)
class ResultsTest {

  private static final String CHUNKS = "spanloom.stream.chunks";
  private static final String END = "spanloom.end";

  @RegisterExtension
  static final SpanloomExtension spanloom =
      SpanloomExtension.with(SpanloomOptions.builder().content(ContentMode.SPAN_ONLY).build());

  private final Library library = new Library();

  @Test
  void aMonoEndsWithItsValueBeforeTheCallerSeesIt() {
    Sinks.One<String> sink = Sinks.one();
    List<Integer> ended = new ArrayList<>();

    library.one(sink.asMono()).subscribe(value -> ended.add(spanloom.spans().size()));
    assertThat(spanloom.spans()).isEmpty();
    sink.tryEmitValue("found");

    assertThat(ended).containsExactly(1);
    assertThat(spanloom.trace())
        .hasRoot("execute_tool one")
        .hasAttribute("output.value", "found")
        .hasNoAttribute(CHUNKS)
        .hasNoAttribute(END);
  }

  @Test
  void aFluxEndsWithItsCompletion() {
    Sinks.Many<String> sink = Sinks.many().unicast().onBackpressureBuffer();
    List<String> seen = new ArrayList<>();

    library.many(sink.asFlux()).subscribe(seen::add);
    sink.tryEmitNext("a");
    sink.tryEmitNext("b");
    assertThat(spanloom.spans()).isEmpty();
    sink.tryEmitComplete();

    assertThat(seen).containsExactly("a", "b");
    assertThat(spanloom.trace())
        .hasRoot("execute_tool many")
        .hasAttribute(CHUNKS, 2L)
        .hasAttribute("output.value", "ab");
  }

  @Test
  void anEmptyMonoIsASuccess() {
    library.one(Mono.fromRunnable(() -> {})).block();

    assertThat(spanloom.trace())
        .hasRoot("execute_tool one")
        .hasNotFailed()
        .hasNoAttribute("output.value");
  }

  @Test
  void immediateResultsNeedNoWrapper() {
    Mono<String> just = Mono.just("known");
    Flux<String> failed = Flux.error(new IOException("gone"));

    assertThat(library.one(just)).isSameAs(just);
    assertThat(library.many(failed)).isSameAs(failed);
    library.many(Flux.empty());

    assertThat(spanloom.traces().get(0))
        .hasRoot("execute_tool one")
        .hasAttribute("output.value", "known");
    assertThat(spanloom.traces().get(1))
        .hasRoot("execute_tool many")
        .hasFailedWith(IOException.class);
    assertThat(spanloom.traces().get(2)).hasRoot("execute_tool many").hasNotFailed();
  }

  @Test
  void aPublisherStaysTheSortItIs() {
    assertThat(library.some(Mono.fromCallable(() -> "a"))).isInstanceOf(Mono.class);
    Publisher<String> foreign = subscriber -> Flux.just("a", "b").subscribe(subscriber);

    assertThat(Flux.from(library.some(foreign)).collectList().block()).containsExactly("a", "b");

    assertThat(spanloom.trace()).hasRoot("execute_tool some").hasAttribute(CHUNKS, 2L);
  }

  @Test
  void attributesAreReadFromTheValue() {
    library.counted(Mono.fromCallable(() -> "four")).block();

    assertThat(spanloom.trace()).hasRoot("execute_tool count").hasAttribute("app.letters", 4L);
  }

  @Test
  void aFailureIsRecordedAndPassedOnAsItIs() {
    IllegalStateException gone = new IllegalStateException("gone");

    assertThatThrownBy(() -> library.one(Mono.fromCallable(() -> fail(gone))).block())
        .isSameAs(gone);
    assertThatThrownBy(() -> library.many(Flux.just(1).concatWith(Mono.error(gone))).blockLast())
        .isSameAs(gone);

    assertThat(spanloom.traces().get(0))
        .hasRoot("execute_tool one")
        .hasFailedWith(IllegalStateException.class);
    assertThat(spanloom.traces().get(1))
        .hasRoot("execute_tool many")
        .hasFailedWith(IllegalStateException.class)
        .hasAttribute(CHUNKS, 1L);
  }

  @Test
  void cancelEndsTheSpanButIsNoError() {
    List<String> upstream = new ArrayList<>();
    Flux<Integer> source = Flux.range(0, 10).hide().doOnCancel(() -> upstream.add("cancel"));

    assertThat(library.many(source).next().block()).isZero();
    library.one(Mono.never().doOnCancel(() -> upstream.add("cancel"))).subscribe().dispose();

    assertThat(upstream).containsExactly("cancel", "cancel");
    assertThat(spanloom.traces().get(0))
        .hasRoot("execute_tool many")
        .hasNotFailed()
        .hasAttribute(CHUNKS, 1L)
        .hasAttribute(END, "cancelled");
    assertThat(spanloom.traces().get(1))
        .hasRoot("execute_tool one")
        .hasNotFailed()
        .hasAttribute(END, "cancelled");
  }

  /** A future's cancellation comes down the pipeline as a failure. */
  @Test
  void aCancelledFutureIsAnError() {
    assertThatThrownBy(
            () ->
                library
                    .one(Mono.error(CancellationException::new).hide())
                    .subscribeOn(Schedulers.parallel())
                    .block())
        .isInstanceOf(CancellationException.class);

    assertThat(spanloom.trace())
        .hasRoot("execute_tool one")
        .hasFailedWith(CancellationException.class);
  }

  @Test
  void demandIsTheSubscribersOwn() {
    List<Long> requests = new ArrayList<>();
    List<Integer> seen = new ArrayList<>();
    BaseSubscriber<Integer> slow =
        new BaseSubscriber<>() {
          @Override
          protected void hookOnSubscribe(Subscription subscription) {}

          @Override
          protected void hookOnNext(Integer value) {
            seen.add(value);
          }
        };

    library.many(Flux.range(0, 3).doOnRequest(requests::add)).subscribe(slow);
    assertThat(requests).isEmpty();
    slow.request(1);
    slow.request(2);

    assertThat(requests).containsExactly(1L, 2L);
    assertThat(seen).containsExactly(0, 1, 2);
    assertThat(spanloom.trace()).hasRoot("execute_tool many").hasAttribute(CHUNKS, 3L);
  }

  @Test
  void theProducerRunsInTheSpanAndTheCallerOutsideOfIt() {
    List<String> producer = new ArrayList<>();
    List<String> consumer = new ArrayList<>();

    String outer =
        library.waiting(
            () -> {
              library
                  .many(
                      Flux.<Integer>generate(
                              sink -> {
                                producer.add(spanId());
                                sink.next(1);
                                sink.complete();
                              })
                          .publishOn(Schedulers.parallel())
                          .map(value -> recorded(producer, value)))
                  .map(value -> recorded(consumer, value))
                  .doOnComplete(() -> consumer.add(spanId()))
                  .publishOn(Schedulers.boundedElastic())
                  .map(value -> recorded(consumer, value))
                  .doOnComplete(() -> consumer.add(spanId()))
                  .blockLast();
              return spanId();
            });

    String inner =
        spanloom.spans().stream()
            .filter(span -> span.getName().equals("execute_tool many"))
            .findFirst()
            .orElseThrow()
            .getSpanId();
    assertThat(producer).hasSize(2).containsOnly(inner);
    assertThat(consumer).hasSize(4).containsOnly(outer);
  }

  @Test
  void theSubscribersReactorContextReachesTheSource() {
    Mono<String> source =
        Mono.deferContextual(context -> Mono.just(context.getOrDefault("tenant", "none")));

    assertThat(library.one(source).contextWrite(context -> context.put("tenant", "acme")).block())
        .isEqualTo("acme");
  }

  private static <T> T recorded(List<String> where, T value) {
    where.add(spanId());
    return value;
  }

  private static String spanId() {
    return Span.current().getSpanContext().getSpanId();
  }

  private static <T> T fail(RuntimeException thrown) {
    throw thrown;
  }
}
