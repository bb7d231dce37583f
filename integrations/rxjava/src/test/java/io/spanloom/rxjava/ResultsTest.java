package io.spanloom.rxjava;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.processors.PublishProcessor;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.reactivex.rxjava3.subjects.CompletableSubject;
import io.reactivex.rxjava3.subjects.MaybeSubject;
import io.reactivex.rxjava3.subjects.PublishSubject;
import io.reactivex.rxjava3.subjects.SingleSubject;
import io.reactivex.rxjava3.subscribers.TestSubscriber;
import io.spanloom.SpanloomOptions;
import io.spanloom.content.ContentMode;
import io.spanloom.testing.SpanloomExtension;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

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
  void aSingleEndsWithItsValueBeforeTheCallerSeesIt() {
    SingleSubject<String> subject = SingleSubject.create();
    List<Integer> ended = new ArrayList<>();

    Disposable subscription =
        library.single(subject).subscribe(value -> ended.add(spanloom.spans().size()));
    assertThat(spanloom.spans()).isEmpty();
    subject.onSuccess("found");

    assertThat(subscription.isDisposed()).isTrue();
    assertThat(ended).containsExactly(1);
    assertThat(spanloom.trace())
        .hasRoot("execute_tool single")
        .hasAttribute("output.value", "found")
        .hasNoAttribute(CHUNKS)
        .hasNoAttribute(END);
  }

  @Test
  void aMaybeEndsWithItsValueOrEmpty() {
    MaybeSubject<String> subject = MaybeSubject.create();

    TestObserver<String> found = library.maybe(subject).test();
    assertThat(spanloom.spans()).isEmpty();
    subject.onSuccess("found");
    TestObserver<String> none = library.maybe(Maybe.<String>empty()).test();

    found.assertResult("found");
    none.assertResult();
    assertThat(spanloom.traces().get(0))
        .hasRoot("execute_tool maybe")
        .hasAttribute("output.value", "found");
    assertThat(spanloom.traces().get(1))
        .hasRoot("execute_tool maybe")
        .hasNotFailed()
        .hasNoAttribute(END)
        .hasNoAttribute("output.value");
  }

  @Test
  void aCompletableEndsWithItsCompletion() {
    CompletableSubject subject = CompletableSubject.create();

    TestObserver<Void> done = library.completable(subject).test();
    assertThat(spanloom.spans()).isEmpty();
    subject.onComplete();

    done.assertResult();
    assertThat(spanloom.trace())
        .hasRoot("execute_tool completable")
        .hasNotFailed()
        .hasNoAttribute(END);
  }

  @Test
  void streamsEndWithTheirCompletion() {
    PublishProcessor<String> processor = PublishProcessor.create();
    PublishSubject<String> subject = PublishSubject.create();

    TestSubscriber<String> flowable = library.flowable(processor).test();
    TestObserver<String> observable = library.observable(subject).test();
    processor.onNext("a");
    processor.onNext("b");
    subject.onNext("c");
    assertThat(spanloom.spans()).isEmpty();
    processor.onComplete();
    subject.onComplete();

    flowable.assertResult("a", "b");
    observable.assertResult("c");
    assertThat(spanloom.traces().get(0))
        .hasRoot("execute_tool flowable")
        .hasAttribute(CHUNKS, 2L)
        .hasAttribute("output.value", "ab");
    assertThat(spanloom.traces().get(1))
        .hasRoot("execute_tool observable")
        .hasAttribute(CHUNKS, 1L)
        .hasAttribute("output.value", "c");
  }

  @Test
  void aFlowableStaysOneAsAPublisher() {
    assertThat(library.publisher(Flowable.just(1))).isInstanceOf(Flowable.class);

    Flowable.fromPublisher(library.publisher(Flowable.just(1, 2))).test().assertResult(1, 2);

    assertThat(spanloom.trace()).hasRoot("execute_tool publisher").hasAttribute(CHUNKS, 2L);
  }

  @Test
  void aPublisherOfSomebodyElseIsObserved() {
    Flowable.fromPublisher(
            library.<Integer>publisher(subscriber -> Flowable.just(1, 2).subscribe(subscriber)))
        .test()
        .assertResult(1, 2);

    assertThat(spanloom.trace()).hasRoot("execute_tool publisher").hasAttribute(CHUNKS, 2L);
  }

  @Test
  void attributesAreReadFromTheValue() {
    library.counted(Single.fromCallable(() -> "four")).test().assertResult("four");

    assertThat(spanloom.trace()).hasRoot("execute_tool count").hasAttribute("app.letters", 4L);
  }

  @Test
  void aFailureIsRecordedAndPassedOnAsItIs() {
    IOException gone = new IOException("gone");

    library.single(Single.error(gone)).test().assertError(thrown -> thrown == gone);
    library.maybe(Maybe.error(gone)).test().assertError(thrown -> thrown == gone);
    library.completable(Completable.error(gone)).test().assertError(thrown -> thrown == gone);
    library.observable(Observable.error(gone)).test().assertError(thrown -> thrown == gone);
    library
        .flowable(Flowable.just(1).concatWith(Flowable.error(gone)))
        .test()
        .assertFailure(IOException.class, 1);

    assertThat(spanloom.traces())
        .hasSize(5)
        .allSatisfy(
            trace -> {
              String name = trace.roots().get(0).data().getName();
              assertThat(trace).hasRoot(name).hasFailedWith(IOException.class);
            });
  }

  @Test
  void disposeEndsTheSpanButIsNoError() {
    List<String> upstream = new ArrayList<>();

    library.single(Single.never().doOnDispose(() -> upstream.add("single"))).test().dispose();
    library.maybe(Maybe.never().doOnDispose(() -> upstream.add("maybe"))).test().dispose();
    library
        .completable(Completable.never().doOnDispose(() -> upstream.add("completable")))
        .test()
        .dispose();
    library
        .observable(Observable.range(0, 9).doOnDispose(() -> upstream.add("observable")))
        .take(1)
        .test()
        .assertResult(0);
    library
        .flowable(Flowable.range(0, 9).doOnCancel(() -> upstream.add("flowable")))
        .take(1)
        .test()
        .assertResult(0);

    assertThat(upstream)
        .containsExactly("single", "maybe", "completable", "observable", "flowable");
    assertThat(spanloom.traces())
        .hasSize(5)
        .allSatisfy(
            trace ->
                assertThat(trace)
                    .hasRoot(trace.roots().get(0).data().getName())
                    .hasNotFailed()
                    .hasAttribute(END, "cancelled"));
  }

  @Test
  void aTimeoutCancelsWhatItIsOf() {
    library
        .single(Single.never())
        .timeout(1, TimeUnit.MILLISECONDS)
        .test()
        .awaitDone(20, TimeUnit.SECONDS)
        .assertFailure(TimeoutException.class);
    library
        .single(Single.never().timeout(1, TimeUnit.MILLISECONDS))
        .test()
        .awaitDone(20, TimeUnit.SECONDS)
        .assertFailure(TimeoutException.class);

    assertThat(spanloom.traces().get(0))
        .hasRoot("execute_tool single")
        .hasNotFailed()
        .hasAttribute(END, "cancelled");
    assertThat(spanloom.traces().get(1))
        .hasRoot("execute_tool single")
        .hasFailedWith(TimeoutException.class);
  }

  @Test
  void whatNobodySubscribesToEndsWhenItIsCollected() {
    library.single(Single.just(1));
    library.flowable(Flowable.just(1));

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
    library
        .chat(Flowable.just("Hel", "lo").delay(1, TimeUnit.MILLISECONDS))
        .test()
        .awaitDone(20, TimeUnit.SECONDS)
        .assertResult("Hel", "lo");

    assertThat(spanloom.trace())
        .hasRoot("chat m")
        .hasAttribute(CHUNKS, 2L)
        .hasAttribute("output.value", "Hello")
        .hasAttribute("gen_ai.response.time_to_first_chunk");
  }

  @Test
  void demandIsTheSubscribersOwn() {
    List<Long> requested = new ArrayList<>();

    TestSubscriber<Integer> slow =
        library.flowable(Flowable.range(0, 3).doOnRequest(requested::add)).test(0);
    assertThat(requested).isEmpty();
    slow.request(1);
    slow.request(2);

    slow.assertResult(0, 1, 2);
    assertThat(requested).containsExactly(1L, 2L);
    assertThat(spanloom.trace()).hasRoot("execute_tool flowable").hasAttribute(CHUNKS, 3L);
  }

  @Test
  void theProducerRunsInTheSpanAndTheCallerOutsideOfIt() {
    List<String> producer = new CopyOnWriteArrayList<>();
    List<String> consumer = new CopyOnWriteArrayList<>();

    String outer =
        library.inWorkflow(
            () -> {
              library
                  .flowable(
                      Flowable.<Integer>generate(
                              emitter -> {
                                producer.add(spanId());
                                emitter.onNext(1);
                                emitter.onComplete();
                              })
                          .observeOn(Schedulers.computation())
                          .map(value -> noted(producer, value)))
                  .map(value -> noted(consumer, value))
                  .doOnComplete(() -> consumer.add(spanId()))
                  .observeOn(Schedulers.io())
                  .map(value -> noted(consumer, value))
                  .doOnComplete(() -> consumer.add(spanId()))
                  .blockingLast();
              return spanId();
            });

    String inner =
        spanloom.spans().stream()
            .filter(span -> span.getName().equals("execute_tool flowable"))
            .findFirst()
            .orElseThrow()
            .getSpanId();
    assertThat(producer).hasSize(2).containsOnly(inner);
    assertThat(consumer).hasSize(4).containsOnly(outer);
  }

  private static <T> T noted(List<String> where, T value) {
    where.add(spanId());
    return value;
  }

  private static String spanId() {
    return Span.current().getSpanContext().getSpanId();
  }
}
