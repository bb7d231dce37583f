package io.spanloom.springai;

import org.jspecify.annotations.Nullable;

/** Numbers that may be missing. */
final class Numbers {

  private Numbers() {}

  static @Nullable Long wide(@Nullable Integer number) {
    return number == null ? null : Long.valueOf(number);
  }
}
