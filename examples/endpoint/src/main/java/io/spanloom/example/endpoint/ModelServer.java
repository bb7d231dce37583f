package io.spanloom.example.endpoint;

import io.spanloom.example.loopback.LoopbackServer;
import java.io.IOException;

/**
 * An endpoint for {@code POST /v1/chat/completions} in OpenAI's protocol, without streaming, on a
 * free port of the loopback interface.
 */
public final class ModelServer implements AutoCloseable {

  private final LoopbackServer server;

  private ModelServer(LoopbackServer server) {
    this.server = server;
  }

  /**
   * Starts an endpoint.
   *
   * @param apiKey the key a request has to carry
   */
  public static ModelServer start(ChatPolicy policy, String apiKey) throws IOException {
    return new ModelServer(
        LoopbackServer.start("model-endpoint", new ChatCompletions(policy, apiKey)));
  }

  /** The base URL to give to a client. */
  public String baseUrl() {
    return server.url() + "/v1";
  }

  @Override
  public void close() {
    server.close();
  }
}
