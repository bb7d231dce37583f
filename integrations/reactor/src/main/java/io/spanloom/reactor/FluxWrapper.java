package io.spanloom.reactor;

import com.google.auto.service.AutoService;
import io.spanloom.result.ResultTracker;
import io.spanloom.result.ResultWrapper;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Ends the spans of methods that return a {@code Flux}. */
@AutoService(ResultWrapper.class)
@SuppressWarnings("rawtypes") // a service is named by its raw type
public final class FluxWrapper implements ResultWrapper<Flux> {

  @Override
  public Class<Flux> type() {
    return Flux.class;
  }

  @Override
  public boolean isRepeatable(Flux result) {
    return !ImmediateResult.is(result);
  }

  @Override
  @SuppressWarnings("unchecked") // a stand-in has the type arguments of what it stands in for
  public @Nullable Flux wrap(Flux result, ResultTracker tracker) {
    return ImmediateResult.observe(result, tracker) ? result : new ObservedFlux<>(result, tracker);
  }
}
