package io.spanloom.rxjava;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.CompletableObserver;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.MaybeObserver;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Observer;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.core.SingleObserver;
import io.reactivex.rxjava3.functions.BiFunction;
import io.reactivex.rxjava3.functions.Function;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import io.spanloom.result.SignalRelay;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;

/**
 * Keeps OpenTelemetry's context in operators, on whichever thread: tasks run in the context that
 * they were scheduled in, and the operators of a traced result pass signals in the context that
 * they were subscribed to in. Other pipelines stay as they are.
 *
 * <p>RxJava has one place for each hook. The hook that is there already is called first. A program
 * that has locked its hooks goes without these.
 */
@SuppressWarnings({"rawtypes", "unchecked"}) // as RxJava declares its hooks
final class OperatorContext {

  private OperatorContext() {}

  /** Installs the hooks that are not in place. */
  static synchronized void install() {
    if (RxJavaPlugins.isLockdown()) {
      return;
    }
    Function<? super Runnable, ? extends Runnable> tasks = RxJavaPlugins.getScheduleHandler();
    if (!(tasks instanceof ScheduleHook)) {
      RxJavaPlugins.setScheduleHandler(new ScheduleHook(tasks));
    }
    installForOneValue();
    installForMany();
  }

  private static void installForOneValue() {
    OperatorContext.<Single, SingleObserver>install(
        RxJavaPlugins.getOnSingleSubscribe(),
        RxJavaPlugins::setOnSingleSubscribe,
        (observer, relay) -> new RelayObserver(Downstream.of(observer), relay));
    OperatorContext.<Maybe, MaybeObserver>install(
        RxJavaPlugins.getOnMaybeSubscribe(),
        RxJavaPlugins::setOnMaybeSubscribe,
        (observer, relay) -> new RelayObserver(Downstream.of(observer), relay));
    OperatorContext.<Completable, CompletableObserver>install(
        RxJavaPlugins.getOnCompletableSubscribe(),
        RxJavaPlugins::setOnCompletableSubscribe,
        (observer, relay) -> new RelayObserver<>(Downstream.of(observer), relay));
  }

  private static void installForMany() {
    OperatorContext.<Observable, Observer>install(
        RxJavaPlugins.getOnObservableSubscribe(),
        RxJavaPlugins::setOnObservableSubscribe,
        (observer, relay) -> new RelayObserver(Downstream.of(observer), relay));
    OperatorContext.<Flowable, Subscriber>install(
        RxJavaPlugins.getOnFlowableSubscribe(),
        RxJavaPlugins::setOnFlowableSubscribe,
        (subscriber, relay) -> new FlowableRelay(subscriber, relay));
  }

  private static <S, O> void install(
      @Nullable BiFunction<?, ?, ?> others,
      Consumer<SubscribeHook<S, O>> set,
      BiFunction<O, SignalRelay, O> relay) {
    if (!(others instanceof SubscribeHook)) {
      set.accept(new SubscribeHook<>((BiFunction<S, O, O>) others, relay));
    }
  }
}
