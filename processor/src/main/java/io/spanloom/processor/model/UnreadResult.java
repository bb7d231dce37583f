package io.spanloom.processor.model;

import org.jspecify.annotations.Nullable;

/**
 * A result that no adapter reads, as far as the compiler can tell.
 *
 * @param integration the artifact that would read it, were it there; null for none
 */
public record UnreadResult(@Nullable String integration) {}
