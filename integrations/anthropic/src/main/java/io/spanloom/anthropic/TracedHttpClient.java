package io.spanloom.anthropic;

import com.anthropic.core.RequestOptions;
import com.anthropic.core.http.HttpClient;
import com.anthropic.core.http.HttpRequest;
import com.anthropic.core.http.HttpResponse;
import com.fasterxml.jackson.databind.JsonNode;
import io.spanloom.SpanCall;
import io.spanloom.Spans;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Sends requests, those for messages in a span; a request that is tried again has another one. */
final class TracedHttpClient implements HttpClient {

  private final HttpClient client;

  TracedHttpClient(HttpClient client) {
    this.client = client;
  }

  @Override
  public HttpResponse execute(HttpRequest request, RequestOptions options) {
    SentRequest sent = messageRequest(request);
    if (sent == null) {
      return client.execute(request, options);
    }
    if (sent.isStreamed()) {
      return span(sent)
          .delivered(
              ReceivedStream.class,
              () -> new ReceivedStream(client.execute(request, options), null))
          .response();
    }
    ReceivedMessage received =
        span(sent).call(() -> ReceivedMessage.of(client.execute(request, options)));
    return received.response();
  }

  @Override
  public CompletableFuture<HttpResponse> executeAsync(HttpRequest request, RequestOptions options) {
    SentRequest sent = messageRequest(request);
    if (sent == null || sent.isStreamed()) {
      return client.executeAsync(request, options);
    }
    CompletableFuture<ReceivedMessage> received =
        span(sent).call(() -> client.executeAsync(request, options).thenApply(ReceivedMessage::of));
    return received.thenApply(ReceivedMessage::response);
  }

  @Override
  public void close() {
    client.close();
  }

  private static SpanCall span(SentRequest request) {
    return Spans.llmCall(null, null).request(request);
  }

  /** {@code null} if it asks for something else, or a method's span is there for it. */
  private static @Nullable SentRequest messageRequest(HttpRequest request) {
    List<String> path = request.pathSegments();
    return path.isEmpty() || !path.get(path.size() - 1).equals("messages") || Spans.inLlmCall()
        ? null
        : request.body().map(body -> new SentRequest(body.json(JsonNode.class))).orElse(null);
  }
}
