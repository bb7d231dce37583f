package io.spanloom.rxjava;

import io.reactivex.rxjava3.core.CompletableObserver;
import io.reactivex.rxjava3.core.MaybeObserver;
import io.reactivex.rxjava3.core.Observer;
import io.reactivex.rxjava3.core.SingleObserver;
import io.reactivex.rxjava3.disposables.Disposable;
import java.util.function.Consumer;

/** An observer of whichever sort. */
record Downstream<T>(
    Consumer<? super Disposable> onSubscribe,
    Consumer<? super T> onItem,
    Consumer<? super Throwable> onError,
    Runnable onComplete) {

  static <T> Downstream<T> of(SingleObserver<? super T> observer) {
    return new Downstream<>(
        observer::onSubscribe, observer::onSuccess, observer::onError, () -> {});
  }

  static <T> Downstream<T> of(MaybeObserver<? super T> observer) {
    return new Downstream<>(
        observer::onSubscribe, observer::onSuccess, observer::onError, observer::onComplete);
  }

  static Downstream<Object> of(CompletableObserver observer) {
    return new Downstream<>(
        observer::onSubscribe, item -> {}, observer::onError, observer::onComplete);
  }

  static <T> Downstream<T> of(Observer<? super T> observer) {
    return new Downstream<>(
        observer::onSubscribe, observer::onNext, observer::onError, observer::onComplete);
  }
}
