package io.spanloom.llm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A language model's response.
 *
 * <p>{@code null} and the empty list mean that the response does not say.
 */
public interface LlmResponse {

  /** The response's identifier. */
  default @Nullable String id() {
    return null;
  }

  /** The model that answered. */
  default @Nullable String model() {
    return null;
  }

  /** Why generation stopped, one per choice, in the provider's words. */
  default List<String> finishReasons() {
    return List.of();
  }

  /**
   * The provider's code of a failure that came as a response instead of an exception, for {@code
   * error.type}; {@code null} means that the call succeeded.
   */
  default @Nullable String errorType() {
    return null;
  }

  /** The tokens used. */
  default @Nullable TokenUsage usage() {
    return null;
  }

  /**
   * The price class that the response states, in the provider's words: {@code flex}, {@code
   * priority}, {@code batch}; {@code null} means the standard one.
   */
  default @Nullable String serviceTier() {
    return null;
  }

  /** The generated messages, one per choice. */
  default List<LlmMessage> messages() {
    return List.of();
  }
}
