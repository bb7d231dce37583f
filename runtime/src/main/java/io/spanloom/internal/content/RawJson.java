package io.spanloom.internal.content;

/**
 * Text that is JSON already, to be written as the value it is inside a larger one; text that is not
 * JSON is written as a string.
 *
 * @param text the JSON text
 */
public record RawJson(String text) {}
