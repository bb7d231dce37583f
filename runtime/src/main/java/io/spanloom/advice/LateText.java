package io.spanloom.advice;

import org.jspecify.annotations.Nullable;

/** What a call gives back after its method has returned; may be asked from any thread. */
interface LateText {

  /** The texts that are known by now: one, several in a list, or {@code null}. */
  @Nullable Object soFar();
}
