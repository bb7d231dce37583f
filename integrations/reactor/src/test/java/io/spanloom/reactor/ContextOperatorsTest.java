package io.spanloom.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.instrumentation.reactor.v3_1.ContextPropagationOperator;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.testing.SpanloomExtension;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Fuseable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Operators run in the context of the traced method whose result they are part of. */
@Timeout(30)
class ContextOperatorsTest {

  @RegisterExtension static final SpanloomExtension spanloom = SpanloomExtension.create();

  private final Library library = new Library();
  private final List<String> seen = new CopyOnWriteArrayList<>();

  @Test
  void functionsOfParallelRails() {
    traced(
        source -> source.parallel(4).runOn(Schedulers.parallel()).map(this::recorded).sequential());
  }

  @Test
  void functionsAfterASourceThatNobodyTraces() {
    traced(source -> source.concatMap(n -> Mono.delay(Duration.ZERO)).map(this::recorded));
  }

  @Test
  void functionsThatAThreadOfSomebodyElseCalls() {
    AtomicReference<FluxSink<Integer>> sink = new AtomicReference<>();
    library.many(Flux.<Integer>create(sink::set).map(this::recorded)).subscribe();

    sink.get().next(1); // in no context at all
    sink.get().complete();

    assertThat(seen).containsExactly(spanloom.spans().get(0).getSpanId());
  }

  /** A stream that goes on keeps what is below it; what is not its own leaves the run. */
  @Test
  void functionsThatRunWhenTheRunAroundHasEnded() {
    AtomicReference<FluxSink<Integer>> sink = new AtomicReference<>();
    library.waiting(
        () ->
            library
                .many(Flux.<Integer>create(sink::set).map(n -> library.one(Mono.just(n)).block()))
                .doOnNext(n -> library.counted(Mono.just("a")).block())
                .subscribe());

    sink.get().next(1);
    sink.get().complete();

    SpanData run = named("invoke_workflow wait");
    SpanData many = named("execute_tool many");
    assertThat(many.getParentSpanId()).isEqualTo(run.getSpanId());
    assertThat(named("execute_tool one").getParentSpanId()).isEqualTo(many.getSpanId());
    SpanData left = named("execute_tool count");
    assertThat(left.getTraceId()).isNotEqualTo(run.getTraceId());
    assertThat(left.getLinks())
        .extracting(link -> link.getSpanContext().getSpanId())
        .containsExactly(run.getSpanId());
  }

  private static SpanData named(String name) {
    return spanloom.spans().stream()
        .filter(span -> span.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void functionsInFusedPipelines() {
    traced(
        source ->
            source
                .filter(n -> n >= 0)
                .map(this::recorded)
                .publishOn(Schedulers.single())
                .map(this::recorded)
                .distinct()
                .groupBy(n -> n)
                .flatMap(group -> group.map(this::recorded)));
  }

  @Test
  void codeThatIsSubscribedToOnAnotherThread() {
    traced(
        source ->
            source.flatMap(
                n ->
                    Mono.fromCallable(() -> recorded(n)).subscribeOn(Schedulers.boundedElastic())));
  }

  @Test
  void aSharedSourceServesEachSubscriberInItsOwnContext() {
    Flux<Integer> shared = Flux.range(0, 3).publishOn(Schedulers.parallel()).publish().refCount(2);
    List<String> first = new CopyOnWriteArrayList<>();
    List<String> second = new CopyOnWriteArrayList<>();

    Mono.zip(
            library.many(shared.map(n -> recorded(first))).then(),
            library.many(shared.map(n -> recorded(second))).then())
        .block();

    assertThat(first).hasSize(3).doesNotContainAnyElementsOf(second).containsOnly(first.get(0));
    assertThat(second).hasSize(3).containsOnly(second.get(0));
  }

  /** A value may be asked for long before, and by another trace. */
  @Test
  void aCachedValueServesEachSubscriberInItsOwnContext() {
    Mono<String> cached =
        library.one(Mono.fromCallable(() -> "a").map(value -> value + "b")).cache();
    String first = library.one(cached.map(this::spanHere).hide()).block();
    String second = library.one(cached.map(this::spanHere).hide()).block();

    assertThat(first).isNotEqualTo(second);
    assertThat(spanloom.spans()).extracting(span -> span.getSpanId()).contains(first, second);
  }

  @Test
  void pipelinesThatNobodyTracesStayFused() {
    library.one(Mono.fromCallable(() -> "tracing is on")).block();
    boolean[] fuses = new boolean[1];

    Flux.range(0, 3)
        .map(n -> n + 1)
        .subscribe(
            new CoreSubscriber<>() {
              @Override
              public void onSubscribe(Subscription subscription) {
                fuses[0] =
                    subscription instanceof Fuseable.QueueSubscription<?> queue
                        && queue.requestFusion(Fuseable.SYNC) == Fuseable.SYNC;
              }

              @Override
              public void onNext(Integer item) {}

              @Override
              public void onError(Throwable thrown) {}

              @Override
              public void onComplete() {}
            });

    assertThat(fuses[0]).isTrue();
  }

  /** OpenTelemetry's own hooks keep the context of what is around the traced method. */
  @Test
  void aTracedMethodGoesBeforeTheRequestItServes() {
    ContextPropagationOperator others = ContextPropagationOperator.create();
    others.registerOnEachOperator();
    ContextOperators.install();
    try {
      Span request = spanloom.openTelemetry().getTracer("test").spanBuilder("request").startSpan();
      AtomicReference<FluxSink<Integer>> sink = new AtomicReference<>();
      Mono<?> served =
          Mono.defer(
              () -> library.many(Flux.<Integer>create(sink::set).map(this::recorded)).last());

      ContextPropagationOperator.runWithContext(served, Context.root().with(request)).subscribe();
      sink.get().next(1);
      sink.get().complete();

      SpanData many = spanloom.spans().get(0);
      assertThat(many.getParentSpanId()).isEqualTo(request.getSpanContext().getSpanId());
      assertThat(seen).containsExactly(many.getSpanId());
    } finally {
      others.resetOnEachOperator();
    }
  }

  private void traced(Function<Flux<Integer>, Flux<?>> pipeline) {
    library.many(pipeline.apply(Flux.range(0, 20))).then().block();

    assertThat(seen)
        .hasSizeGreaterThanOrEqualTo(20)
        .containsOnly(spanloom.spans().get(0).getSpanId());
  }

  private <T> T recorded(T value) {
    seen.add(spanHere(value));
    return value;
  }

  private static String recorded(List<String> where) {
    where.add(Span.current().getSpanContext().getSpanId());
    return "noted";
  }

  private String spanHere(Object value) {
    return Span.current().getSpanContext().getSpanId();
  }
}
