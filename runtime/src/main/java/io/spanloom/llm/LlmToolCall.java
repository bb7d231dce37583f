package io.spanloom.llm;

import org.jspecify.annotations.Nullable;

/**
 * A tool call that a model's response asks for.
 *
 * @param id the identifier the provider issued; {@code null} if it issued none
 * @param name the tool's name
 * @param arguments the arguments as JSON text; content
 * @param reasoningSignature the provider's opaque signature of the reasoning behind the call;
 *     content
 */
public record LlmToolCall(
    @Nullable String id,
    String name,
    @Nullable String arguments,
    @Nullable String reasoningSignature) {

  /** A tool call without a signature. */
  public LlmToolCall(@Nullable String id, String name, @Nullable String arguments) {
    this(id, name, arguments, null);
  }
}
