package io.spanloom.rxjava;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.reactivex.rxjava3.subjects.PublishSubject;
import io.reactivex.rxjava3.subjects.SingleSubject;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.Tool;
import io.spanloom.annotations.ToolCallId;
import io.spanloom.testing.SpanloomExtension;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is subscribed to again does its work again: that is a call of its own. */
@Timeout(30)
class AgainTest {

  @RegisterExtension static final SpanloomExtension spanloom = SpanloomExtension.create();

  private final AtomicInteger tries = new AtomicInteger();
  private final Library library = new Library();

  @Test
  void eachTryIsASpanBelowTheSameParent() {
    persistent().test().awaitDone(20, TimeUnit.SECONDS).assertResult("One hit on a");

    assertThat(spanloom.trace())
        .everyToolHasItsCallId()
        .hasTree(
            """
            invoke_agent persistent
              execute_tool search ERROR
              execute_tool search ERROR
              execute_tool search
            """);
    assertThat(spanloom.trace())
        .hasRoot("invoke_agent persistent")
        .child("execute_tool search", 2)
        .hasToolCallId("call_1")
        .hasAttribute("app.query", "a");
  }

  @Test
  void aWholeAgentIsRunAgain() {
    persistent().repeat(2).test().awaitDone(20, TimeUnit.SECONDS).assertValueCount(2);

    assertThat(spanloom.traces())
        .hasSize(2)
        .allSatisfy(trace -> assertThat(trace).hasRoot("invoke_agent persistent").hasNotFailed());
  }

  @Test
  void whatIsRepeatedIsCountedAgain() {
    library.flowable(Flowable.range(0, 2)).repeat(2).test().assertValueCount(4);
    library.observable(Observable.range(0, 2)).repeat(2).test().assertValueCount(4);
    library.single(Single.fromCallable(() -> 1)).repeat(2).test().assertValueCount(2);
    library.maybe(Maybe.fromCallable(() -> 1)).repeat(2).test().assertValueCount(2);
    library.completable(Completable.fromAction(() -> {})).repeat(2).test().assertComplete();

    assertThat(spanloom.traces()).hasSize(10);
  }

  @Test
  void whatIsRememberedOrSharedIsCountedOnce() {
    twice(library.flowable(Flowable.range(0, 2).cache().map(n -> n + 1)));
    twice(library.flowable(Flowable.range(0, 2).replay().autoConnect()));
    twice(library.observable(Observable.range(0, 2).cache()).toFlowable(STRATEGY));
    twice(library.single(Single.fromCallable(() -> 1).cache().map(n -> n + 1)).toFlowable());
    twice(library.maybe(Maybe.fromCallable(() -> 1).cache().filter(n -> n > 0)).toFlowable());
    twice(library.completable(Completable.fromAction(() -> {}).cache()).toFlowable());
    SingleSubject<Integer> subject = SingleSubject.create();
    subject.onSuccess(1);
    twice(library.single(subject).toFlowable());
    twice(
        library
            .single(Single.fromCallable(() -> 1).cache().subscribeOn(Schedulers.io()))
            .toFlowable());

    assertThat(spanloom.traces()).hasSize(8);
  }

  @Test
  void aCachedSourceOfAnOperatorSaysNothingAboutTheResult() {
    Single<Integer> cached = Single.fromCallable(() -> 1).cache();

    twice(
        library
            .flowable(Flowable.range(0, 2).flatMapSingle(n -> cached.map(one -> one + n)))
            .map(n -> n));

    assertThat(spanloom.traces()).hasSize(2);
  }

  @Test
  void aSecondSubscriptionWhileTheFirstIsOpenIsNoCall() {
    PublishSubject<Integer> subject = PublishSubject.create();
    Observable<Integer> result = library.observable(subject.map(n -> n));

    var first = result.test();
    var second = result.test();
    subject.onNext(1);
    subject.onComplete();

    first.assertResult(1);
    second.assertResult(1);
    assertThat(spanloom.traces()).hasSize(1);
  }

  private static final io.reactivex.rxjava3.core.BackpressureStrategy STRATEGY =
      io.reactivex.rxjava3.core.BackpressureStrategy.BUFFER;

  private static void twice(Flowable<?> result) {
    result.test().awaitDone(20, TimeUnit.SECONDS).assertComplete();
    result.test().awaitDone(20, TimeUnit.SECONDS).assertComplete();
  }

  @Agent("persistent")
  Single<String> persistent() {
    return search("call_1", "a").retry(3);
  }

  @Tool(value = "search", description = "Searches.")
  Single<String> search(@ToolCallId String id, @Attribute(key = "app.query") String query) {
    return Single.fromCallable(
            () -> {
              if (tries.incrementAndGet() % 3 != 0) {
                throw new IllegalStateException("index is busy");
              }
              return "One hit on " + query;
            })
        .subscribeOn(Schedulers.io());
  }
}
