package io.spanloom.openai;

import com.google.auto.service.AutoService;
import com.openai.core.http.StreamResponse;
import io.spanloom.result.ResultTracker;
import io.spanloom.result.ResultWrapper;
import java.util.stream.Stream;

/** Ends the spans of methods that return a streamed response. */
@AutoService(ResultWrapper.class)
@SuppressWarnings("rawtypes") // a service is named by its raw type
public final class StreamResponseWrapper implements ResultWrapper<StreamResponse> {

  @Override
  public Class<StreamResponse> type() {
    return StreamResponse.class;
  }

  @Override
  @SuppressWarnings("unchecked") // a stand-in has the type arguments of what it stands in for
  public StreamResponse wrap(StreamResponse result, ResultTracker tracker) {
    return new Observed<>(result, tracker);
  }

  /** The span ends with the stream, or when the response is closed before. */
  private record Observed<T>(StreamResponse<T> response, ResultTracker tracker)
      implements StreamResponse<T> {

    @Override
    public Stream<T> stream() {
      return tracker.stream(response.stream());
    }

    @Override
    public void close() {
      try {
        tracker.produce(response::close);
      } finally {
        tracker.cancelled();
      }
    }
  }
}
