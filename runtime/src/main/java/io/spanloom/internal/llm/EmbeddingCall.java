package io.spanloom.internal.llm;

import io.spanloom.llm.EmbeddingRequest;
import io.spanloom.llm.LlmRequest;
import org.jspecify.annotations.Nullable;

/** A request for embeddings, as far as it is like one to a language model. */
public record EmbeddingCall(EmbeddingRequest request) implements LlmRequest {

  @Override
  public @Nullable String provider() {
    return request.provider();
  }

  @Override
  public @Nullable String model() {
    return request.model();
  }

  @Override
  public @Nullable String serverAddress() {
    return request.serverAddress();
  }

  @Override
  public @Nullable Long serverPort() {
    return request.serverPort();
  }
}
