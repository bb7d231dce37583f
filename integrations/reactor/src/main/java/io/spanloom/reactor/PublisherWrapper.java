package io.spanloom.reactor;

import com.google.auto.service.AutoService;
import io.spanloom.result.ResultTracker;
import io.spanloom.result.ResultWrapper;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Ends the spans of methods that return a {@code Publisher} of Reactive Streams, whosever. */
@AutoService(ResultWrapper.class)
@SuppressWarnings("rawtypes") // a service is named by its raw type
public final class PublisherWrapper implements ResultWrapper<Publisher> {

  @Override
  public Class<Publisher> type() {
    return Publisher.class;
  }

  @Override
  public boolean isSingle(Publisher result) {
    return result instanceof Mono;
  }

  @Override
  public boolean isRepeatable(Publisher result) {
    return !ImmediateResult.is(result);
  }

  /** A {@code Mono} stays one, as callers look which sort of publisher it is. */
  @Override
  @SuppressWarnings("unchecked") // a stand-in has the type arguments of what it stands in for
  public @Nullable Publisher wrap(Publisher result, ResultTracker tracker) {
    if (ImmediateResult.observe(result, tracker)) {
      return result;
    }
    return result instanceof Mono<?> mono
        ? new ObservedMono<>(mono, tracker)
        : new ObservedFlux<>(Flux.from(result), tracker);
  }
}
