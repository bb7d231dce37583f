package io.spanloom.internal.deferred;

import io.opentelemetry.context.Context;
import io.spanloom.internal.call.ResultReader;
import org.jspecify.annotations.Nullable;

/** A call whose result, one value at most, is delivered after its method has returned. */
final class SingleValueCall implements DeferredCall {

  private final DeferredResult result;
  private final Context producer;
  private final @Nullable ResultReader<?> reader;
  private final @Nullable Resubscription resubscription;
  private volatile @Nullable Object value;

  SingleValueCall(
      DeferredResult result,
      Context producer,
      @Nullable ResultReader<?> reader,
      @Nullable Resubscription resubscription) {
    this.result = result;
    this.producer = producer;
    this.reader = reader;
    this.resubscription = resubscription;
  }

  @Override
  public Context producer() {
    return producer;
  }

  /** The span says when the method was called, which is what a caller waits from. */
  @Override
  public void begun() {}

  @Override
  public void chunk(@Nullable Object delivered) {
    value = delivered;
  }

  @Override
  public void completed() {
    result.settled(value, null);
  }

  @Override
  public void failed(Throwable thrown) {
    result.settled(null, thrown);
  }

  @Override
  public void cancelled() {
    result.cancelled();
  }

  @Override
  public void unobserved() {
    result.unobserved();
  }

  @Override
  public @Nullable DeferredCall again() {
    return resubscription == null ? null : resubscription.start(reader, true);
  }

  @Override
  public void notDeferred() {
    result.notDeferred();
  }
}
