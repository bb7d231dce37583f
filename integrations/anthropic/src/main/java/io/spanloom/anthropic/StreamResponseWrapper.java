package io.spanloom.anthropic;

import com.anthropic.core.http.StreamResponse;
import com.google.auto.service.AutoService;
import io.spanloom.result.ResultTracker;
import io.spanloom.result.ResultWrapper;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells when a stream of events has been read, closed, or has failed. */
@AutoService(ResultWrapper.class)
@SuppressWarnings("rawtypes") // a type is named by its raw class
public final class StreamResponseWrapper implements ResultWrapper<StreamResponse> {

  @Override
  public Class<StreamResponse> type() {
    return StreamResponse.class;
  }

  @Override
  @SuppressWarnings("unchecked") // the stand-in has the same type argument
  public StreamResponse wrap(StreamResponse result, ResultTracker tracker) {
    return new Observed<>(result, tracker);
  }

  private static final class Observed<T> implements StreamResponse<T> {

    private final StreamResponse<T> response;
    private final ResultTracker tracker;
    private @Nullable Stream<T> stream;

    Observed(StreamResponse<T> response, ResultTracker tracker) {
      this.response = response;
      this.tracker = tracker;
    }

    /** The same each time, as the response's own is. */
    @Override
    public synchronized Stream<T> stream() {
      if (stream == null) {
        stream = tracker.stream(response.stream());
      }
      return stream;
    }

    @Override
    public void close() {
      try {
        response.close();
      } finally {
        tracker.cancelled();
      }
    }
  }
}
