package io.spanloom.internal.observed;

import io.spanloom.result.ResultTracker;
import io.spanloom.result.ResultWrapper;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Ends the spans of methods that return a {@code Flow.Publisher}. */
@SuppressWarnings("rawtypes") // a class literal has no type arguments
final class PublisherWrapper implements ResultWrapper<Flow.Publisher> {

  @Override
  public Class<Flow.Publisher> type() {
    return Flow.Publisher.class;
  }

  @Override
  public boolean isRepeatable(Flow.Publisher result) {
    return true;
  }

  @Override
  @SuppressWarnings("unchecked") // a stand-in has the type arguments of what it stands in for
  public Flow.@Nullable Publisher wrap(Flow.Publisher result, ResultTracker tracker) {
    return new ObservedPublisher<>(result, tracker);
  }
}
