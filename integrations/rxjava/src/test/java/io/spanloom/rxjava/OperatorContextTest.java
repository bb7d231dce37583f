package io.spanloom.rxjava;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Observer;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import io.reactivex.rxjava3.processors.PublishProcessor;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.reactivex.rxjava3.subjects.CompletableSubject;
import io.reactivex.rxjava3.subjects.MaybeSubject;
import io.reactivex.rxjava3.subjects.PublishSubject;
import io.reactivex.rxjava3.subjects.SingleSubject;
import io.spanloom.testing.SpanloomExtension;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Operators run in the context of the traced method whose result they are part of. */
@Timeout(30)
class OperatorContextTest {

  @RegisterExtension static final SpanloomExtension spanloom = SpanloomExtension.create();

  private final Library library = new Library();
  private final List<String> seen = new CopyOnWriteArrayList<>();

  @AfterEach
  void resetHooks() {
    RxJavaPlugins.reset();
    OperatorContext.install();
  }

  @Test
  void functionsThatAThreadOfSomebodyElseCalls() {
    SingleSubject<Integer> single = SingleSubject.create();
    MaybeSubject<Integer> maybe = MaybeSubject.create();
    CompletableSubject completable = CompletableSubject.create();
    PublishSubject<Integer> observable = PublishSubject.create();
    PublishProcessor<Integer> flowable = PublishProcessor.create();
    library.single(single.map(this::noted)).subscribe();
    library.maybe(maybe.map(this::noted)).subscribe();
    Disposable completed =
        library.completable(completable.doOnComplete(() -> noted(0))).subscribe();
    library.observable(observable.map(this::noted)).subscribe();
    library.flowable(flowable.map(this::noted)).subscribe();

    single.onSuccess(1); // in no context at all
    maybe.onSuccess(1);
    completable.onComplete();
    observable.onNext(1);
    observable.onComplete();
    flowable.onNext(1);
    flowable.onComplete();

    assertThat(completed.isDisposed()).isTrue();
    assertThat(seen)
        .containsExactlyElementsOf(
            spanloom.spans().stream().map(span -> span.getSpanId()).toList());
  }

  @Test
  void functionsAfterThreadsHaveChanged() {
    library
        .flowable(
            Flowable.range(0, 20)
                .delay(1, TimeUnit.MILLISECONDS)
                .map(this::noted)
                .parallel(4)
                .runOn(Schedulers.computation())
                .map(this::noted)
                .sequential()
                .concatMapSingle(n -> Single.timer(1, TimeUnit.MICROSECONDS).map(this::noted))
                .observeOn(Schedulers.trampoline())
                .map(this::noted))
        .test()
        .awaitDone(20, TimeUnit.SECONDS)
        .assertValueCount(20);

    assertThat(seen).hasSize(80).containsOnly(spanloom.spans().get(0).getSpanId());
  }

  @Test
  void afterTheResultTheContextIsTheCallersAgain() {
    List<String> after = new CopyOnWriteArrayList<>();
    SingleSubject<Integer> subject = SingleSubject.create();

    library
        .single(subject.map(this::noted))
        .subscribe(value -> after.add(Span.current().getSpanContext().getSpanId()));
    subject.onSuccess(1);

    assertThat(after).containsExactly(Span.getInvalid().getSpanContext().getSpanId());
  }

  @Test
  void hooksOfTheProgramAreKept() {
    AtomicInteger subscriptions = new AtomicInteger();
    AtomicInteger tasks = new AtomicInteger();
    RxJavaPlugins.reset();
    RxJavaPlugins.setOnSingleSubscribe(
        (single, observer) -> {
          subscriptions.incrementAndGet();
          return observer;
        });
    RxJavaPlugins.setScheduleHandler(
        task -> {
          tasks.incrementAndGet();
          return task;
        });
    OperatorContext.install();
    OperatorContext.install();

    library
        .single(Single.fromCallable(() -> noted(1)).subscribeOn(Schedulers.io()))
        .test()
        .awaitDone(20, TimeUnit.SECONDS)
        .assertResult(1);

    assertThat(subscriptions.get()).isEqualTo(3); // the stand-in, subscribeOn, fromCallable
    assertThat(tasks.get()).isPositive();
    assertThat(seen).containsExactly(spanloom.spans().get(0).getSpanId());
  }

  @Test
  @SuppressWarnings("rawtypes") // as RxJava declares its hooks
  void pipelinesThatNobodyTracesStayAsTheyAre() {
    List<String> hooks = new CopyOnWriteArrayList<>();
    RxJavaPlugins.setOnObservableSubscribe(
        new SubscribeHook<Observable, Observer>(
            (source, observer) -> {
              hooks.add("subscribed");
              return observer;
            },
            (observer, context) -> {
              hooks.add("wrapped");
              return observer;
            }));

    library.inWorkflow(() -> Observable.range(0, 2).map(n -> n + 1).test().assertComplete());

    assertThat(hooks).containsExactly("subscribed", "subscribed");
  }

  @Test
  void allSortsOfSourcesAreSubscribedToOnce() {
    AtomicInteger subscribed = new AtomicInteger();

    library
        .single(Single.just(1).doOnSubscribe(disposable -> subscribed.incrementAndGet()))
        .test()
        .assertResult(1);
    library
        .maybe(Maybe.just(1).doOnSubscribe(disposable -> subscribed.incrementAndGet()))
        .test()
        .assertResult(1);
    library
        .completable(
            Completable.complete().doOnSubscribe(disposable -> subscribed.incrementAndGet()))
        .test()
        .assertResult();

    assertThat(subscribed.get()).isEqualTo(3);
  }

  private Integer noted(Object value) {
    seen.add(Span.current().getSpanContext().getSpanId());
    return 1;
  }
}
