package io.spanloom.llm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to a language model.
 *
 * <p>{@code null} and the empty list mean that the request does not say. The terms are those of the
 * OpenTelemetry GenAI conventions, version 1.41.1.
 */
public interface LlmRequest {

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

  /** The sampling temperature. */
  default @Nullable Double temperature() {
    return null;
  }

  /** The nucleus sampling threshold. */
  default @Nullable Double topP() {
    return null;
  }

  /** How many of the most likely tokens the model chooses from at each step. */
  default @Nullable Long topK() {
    return null;
  }

  /** The most tokens the model may generate. */
  default @Nullable Long maxTokens() {
    return null;
  }

  /** How many choices are asked for. */
  default @Nullable Long choiceCount() {
    return null;
  }

  /** The seed. */
  default @Nullable Long seed() {
    return null;
  }

  /** The frequency penalty. */
  default @Nullable Double frequencyPenalty() {
    return null;
  }

  /** The presence penalty. */
  default @Nullable Double presencePenalty() {
    return null;
  }

  /** Where the model stops. */
  default List<String> stopSequences() {
    return List.of();
  }

  /** Whether the response is streamed. */
  default boolean stream() {
    return false;
  }

  /** How much the model is to reason, in the provider's words: low, medium, high … */
  default @Nullable String reasoningLevel() {
    return null;
  }

  /** The sort of output asked for: text, json, image or speech. */
  default @Nullable String outputType() {
    return null;
  }

  /** The conversation so far, oldest message first. */
  default List<LlmMessage> messages() {
    return List.of();
  }

  /** The tools offered to the model. */
  default List<LlmTool> tools() {
    return List.of();
  }
}
