package io.spanloom.bedrock;

import static java.util.Objects.requireNonNull;

import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

/**
 * Traces what a client of Bedrock is asked, wherever it is called: in your methods, in loops of
 * libraries, in lambdas.
 *
 * <pre>{@code
 * BedrockRuntimeAsyncClient client = Traced.client(BedrockRuntimeAsyncClient.create());
 * }</pre>
 *
 * <p>Each call of {@code converse} and {@code converseStream} has a span like {@code @LlmCall}'s.
 * Streamed answers need this: their events go to a handler that no annotation reaches. In a method
 * with {@code @LlmCall} that takes the request there is no second span; do not annotate methods
 * that stream.
 */
public final class Traced {

  private Traced() {}

  /** The client, with a span around each call of {@code converse}. */
  public static BedrockRuntimeClient client(BedrockRuntimeClient client) {
    return TracedClient.of(requireNonNull(client, "client"), BedrockRuntimeClient.class);
  }

  /**
   * The client, with a span from each call of {@code converse} or {@code converseStream} to the end
   * of its answer.
   */
  public static BedrockRuntimeAsyncClient client(BedrockRuntimeAsyncClient client) {
    return TracedClient.of(requireNonNull(client, "client"), BedrockRuntimeAsyncClient.class);
  }
}
