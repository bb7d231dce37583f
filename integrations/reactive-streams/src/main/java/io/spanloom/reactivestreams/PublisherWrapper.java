package io.spanloom.reactivestreams;

import com.google.auto.service.AutoService;
import io.spanloom.result.ResultTracker;
import io.spanloom.result.ResultWrapper;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * Ends the spans of methods that return a {@code Publisher} of Reactive Streams. The publishers of
 * a library with an integration, such as Reactor's {@code Mono}, are left to that one's wrapper.
 */
@AutoService(ResultWrapper.class)
@SuppressWarnings("rawtypes") // a service is named by its raw type
public final class PublisherWrapper implements ResultWrapper<Publisher> {

  @Override
  public Class<Publisher> type() {
    return Publisher.class;
  }

  @Override
  public boolean isRepeatable(Publisher result) {
    return true;
  }

  @Override
  @SuppressWarnings("unchecked") // a stand-in has the type arguments of what it stands in for
  public @Nullable Publisher wrap(Publisher result, ResultTracker tracker) {
    return new ObservedPublisher<>(result, tracker);
  }
}
