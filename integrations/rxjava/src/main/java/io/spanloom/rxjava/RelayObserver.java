package io.spanloom.rxjava;

import io.reactivex.rxjava3.core.CompletableObserver;
import io.reactivex.rxjava3.core.MaybeObserver;
import io.reactivex.rxjava3.core.Observer;
import io.reactivex.rxjava3.core.SingleObserver;
import io.reactivex.rxjava3.disposables.Disposable;
import io.spanloom.result.SignalRelay;
import org.jspecify.annotations.Nullable;

/** An observer of whichever sort, and the disposable it gives downstream, around a relay. */
final class RelayObserver<T>
    implements SingleObserver<T>, MaybeObserver<T>, CompletableObserver, Observer<T>, Disposable {

  private final Downstream<T> downstream;
  private final SignalRelay relay;
  private @Nullable Disposable upstream;

  RelayObserver(Downstream<T> downstream, SignalRelay relay) {
    this.downstream = downstream;
    this.relay = relay;
  }

  @Override
  public void onSubscribe(Disposable disposable) {
    upstream = disposable;
    relay.onSubscribe(() -> downstream.onSubscribe().accept(this));
  }

  @Override
  public void onSuccess(T item) {
    onNext(item);
  }

  @Override
  public void onNext(T item) {
    relay.onNext(item, downstream.onItem());
  }

  @Override
  public void onError(Throwable thrown) {
    relay.onError(thrown, downstream.onError());
  }

  @Override
  public void onComplete() {
    relay.onComplete(downstream.onComplete());
  }

  @Override
  public void dispose() {
    Disposable disposable = upstream;
    if (disposable != null) {
      relay.cancel(disposable::dispose);
    }
  }

  @Override
  public boolean isDisposed() {
    Disposable disposable = upstream;
    return disposable != null && disposable.isDisposed();
  }
}
