package io.spanloom.processor.model;

import org.jspecify.annotations.Nullable;

/**
 * A result that no adapter reads, as far as the compiler can tell.
 *
 * @param integration the artifact that would read it, were it there; null for none
 * @param instead the type to declare in place of one that is read by its caller alone; null if that
 *     is not why
 */
public record UnreadResult(@Nullable String integration, @Nullable String instead) {

  /** A result that an integration would read, or that none does. */
  public static UnreadResult by(@Nullable String integration) {
    return new UnreadResult(integration, null);
  }
}
