package io.spanloom.llm;

import org.jspecify.annotations.Nullable;

/**
 * A tool call that a model's response asks for.
 *
 * @param id the identifier the provider issued; {@code null} if it issued none
 * @param name the tool's name
 * @param arguments the arguments as JSON text; content
 */
public record LlmToolCall(@Nullable String id, String name, @Nullable String arguments) {}
