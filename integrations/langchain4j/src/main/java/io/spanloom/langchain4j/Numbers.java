package io.spanloom.langchain4j;

import org.jspecify.annotations.Nullable;

/** Numbers that may be missing. */
final class Numbers {

  private Numbers() {}

  static @Nullable Long wide(@Nullable Integer number) {
    return number == null ? null : Long.valueOf(number);
  }

  /** The sum of those that are there, if the first one is. */
  static @Nullable Long sum(@Nullable Integer first, @Nullable Integer... others) {
    if (first == null) {
      return null;
    }
    long sum = first;
    for (Integer other : others) {
      sum += other == null ? 0 : other;
    }
    return sum;
  }
}
