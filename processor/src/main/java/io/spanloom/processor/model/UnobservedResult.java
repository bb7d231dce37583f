package io.spanloom.processor.model;

import org.jspecify.annotations.Nullable;

/**
 * A result that completes after its method has returned, and that nothing observes: its span ends
 * when the method returns.
 *
 * @param type its type, as messages show it
 * @param integration the artifact that would observe it, were it there; null for none
 * @param instead the type to declare in its place, which is observed; null if none is known
 * @param conversion its method that makes a {@code CompletionStage} of it; null for none
 */
public record UnobservedResult(
    String type,
    @Nullable String integration,
    @Nullable String instead,
    @Nullable String conversion) {}
