package io.spanloom.llm;

import org.jspecify.annotations.Nullable;

/**
 * A tool offered to a model.
 *
 * @param name the tool's name
 * @param description what it does
 * @param parametersJson the JSON Schema of its parameters
 */
public record LlmTool(String name, @Nullable String description, @Nullable String parametersJson) {}
