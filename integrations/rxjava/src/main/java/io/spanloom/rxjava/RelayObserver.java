package io.spanloom.rxjava;

import io.reactivex.rxjava3.core.CompletableObserver;
import io.reactivex.rxjava3.core.MaybeObserver;
import io.reactivex.rxjava3.core.Observer;
import io.reactivex.rxjava3.core.SingleObserver;
import io.reactivex.rxjava3.disposables.Disposable;
import org.jspecify.annotations.Nullable;

/** Passes signals on, to an observer of whichever sort. */
abstract class RelayObserver<T>
    implements SingleObserver<T>, MaybeObserver<T>, CompletableObserver, Observer<T>, Disposable {

  final Downstream<T> downstream;
  private @Nullable Disposable upstream;

  RelayObserver(Downstream<T> downstream) {
    this.downstream = downstream;
  }

  @Override
  public final void onSubscribe(Disposable disposable) {
    upstream = disposable;
    subscribed();
  }

  @Override
  public final void onSuccess(T item) {
    onNext(item);
  }

  @Override
  public final void dispose() {
    Disposable disposable = upstream;
    if (disposable != null) {
      dispose(disposable);
    }
  }

  @Override
  public final boolean isDisposed() {
    Disposable disposable = upstream;
    return disposable != null && disposable.isDisposed();
  }

  /** The source has accepted the subscription. */
  abstract void subscribed();

  /** The observer wants no more. */
  abstract void dispose(Disposable upstream);
}
