package io.spanloom.reactor;

import com.google.auto.service.AutoService;
import io.spanloom.result.ResultTracker;
import io.spanloom.result.ResultWrapper;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Ends the spans of methods that return a {@code Mono}. */
@AutoService(ResultWrapper.class)
@SuppressWarnings("rawtypes") // a service is named by its raw type
public final class MonoWrapper implements ResultWrapper<Mono> {

  /** Found when tracing is switched on: from then on operators keep the context. */
  public MonoWrapper() {
    ContextOperators.install();
  }

  @Override
  public Class<Mono> type() {
    return Mono.class;
  }

  @Override
  public boolean isSingle(Mono result) {
    return true;
  }

  @Override
  public boolean isRepeatable(Mono result) {
    return !ImmediateResult.is(result);
  }

  @Override
  @SuppressWarnings("unchecked") // a stand-in has the type arguments of what it stands in for
  public @Nullable Mono wrap(Mono result, ResultTracker tracker) {
    return ImmediateResult.observe(result, tracker) ? result : new ObservedMono<>(result, tracker);
  }
}
