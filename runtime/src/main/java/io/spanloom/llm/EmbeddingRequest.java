package io.spanloom.llm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request for embeddings.
 *
 * <p>{@code null} and the empty list mean that the request does not say. The terms are those of the
 * OpenTelemetry GenAI conventions, version 1.41.1.
 */
public interface EmbeddingRequest {

  /** The provider, one of the values of {@code gen_ai.provider.name}. */
  default @Nullable String provider() {
    return null;
  }

  /** The model asked for. */
  default @Nullable String model() {
    return null;
  }

  /** The server asked, by name or address. */
  default @Nullable String serverAddress() {
    return null;
  }

  /** The server's port. */
  default @Nullable Long serverPort() {
    return null;
  }

  /** The encodings asked for, such as {@code float} or {@code base64}. */
  default List<String> encodingFormats() {
    return List.of();
  }

  /** The texts to embed, in their order; content. */
  default List<String> texts() {
    return List.of();
  }
}
