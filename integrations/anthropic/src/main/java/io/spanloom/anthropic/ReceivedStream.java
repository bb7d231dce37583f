package io.spanloom.anthropic;

import com.anthropic.core.http.Headers;
import com.anthropic.core.http.HttpResponse;
import com.google.auto.service.AutoService;
import io.spanloom.result.ResultTracker;
import io.spanloom.result.ResultWrapper;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** An answer that is sent as a stream of events. */
record ReceivedStream(HttpResponse received, @Nullable ResultTracker tracker) {

  /** The response to read in place of the one received. */
  HttpResponse response() {
    if (tracker == null) {
      return received;
    }
    if (received.statusCode() >= 400) {
      ReceivedMessage error = ReceivedMessage.of(received);
      tracker.chunk(new ReceivedEvent(error.body()));
      tracker.completed();
      return error.response();
    }
    return new Followed(received, new EventBody(received.body(), tracker));
  }

  private record Followed(HttpResponse response, InputStream body) implements HttpResponse {

    @Override
    public int statusCode() {
      return response.statusCode();
    }

    @Override
    public Headers headers() {
      return response.headers();
    }

    @Override
    public void close() {
      try {
        response.close();
      } finally {
        ((EventBody) body).left();
      }
    }
  }

  /** Lets a span follow a streamed answer. */
  @AutoService(ResultWrapper.class)
  @SuppressWarnings("rawtypes") // a service is named by its raw type
  public static final class Wrapper implements ResultWrapper<ReceivedStream> {

    @Override
    public Class<ReceivedStream> type() {
      return ReceivedStream.class;
    }

    @Override
    public ReceivedStream wrap(ReceivedStream stream, ResultTracker tracker) {
      return new ReceivedStream(stream.received(), tracker);
    }
  }
}
