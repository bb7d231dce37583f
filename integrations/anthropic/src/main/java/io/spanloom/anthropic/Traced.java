package io.spanloom.anthropic;

import static java.util.Objects.requireNonNull;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.AnthropicClientAsync;

/**
 * Traces what a client asks Anthropic's models, wherever it is called: in your methods and in loops
 * that the SDK runs, such as {@code BetaToolRunner}'s.
 *
 * <pre>{@code
 * AnthropicClient client = Traced.client(AnthropicOkHttpClient.fromEnv());
 * }</pre>
 *
 * <p>Each request for a message has a span like {@code @LlmCall}'s, each tool that the SDK runs one
 * like {@code @Tool}'s with the id of its call. They take the place of the spans that the SDK makes
 * itself. In a method with {@code @LlmCall} that takes the request there is no second span.
 *
 * <p>Needs version 3.12 of the SDK, or a newer one; with an older one the methods throw {@link
 * LinkageError}.
 */
public final class Traced {

  private Traced() {}

  /** The client, with a span around each request for a message. */
  public static AnthropicClient client(AnthropicClient client) {
    return requireNonNull(client, "client").withOptions(TracedOptions::set);
  }

  /** The client, with a span around each request for a message. */
  public static AnthropicClientAsync client(AnthropicClientAsync client) {
    return requireNonNull(client, "client").withOptions(TracedOptions::set);
  }
}
