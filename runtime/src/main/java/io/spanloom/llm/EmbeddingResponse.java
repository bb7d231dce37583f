package io.spanloom.llm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Embeddings as a model returned them.
 *
 * <p>{@code null} and the empty list mean that the response does not say.
 */
public interface EmbeddingResponse {

  /** The model that answered. */
  default @Nullable String model() {
    return null;
  }

  /** The tokens used; embeddings have input tokens only. */
  default @Nullable TokenUsage usage() {
    return null;
  }

  /** How many components each vector has. */
  default @Nullable Long dimensions() {
    return null;
  }

  /** The vectors, in the order of the texts; asked for only where vectors are recorded. */
  default List<float[]> vectors() {
    return List.of();
  }
}
