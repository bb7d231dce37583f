package io.spanloom.langchain4j;

import io.spanloom.llm.TokenUsage;
import org.jspecify.annotations.Nullable;

/** Numbers that may be missing. */
final class Numbers {

  private Numbers() {}

  static @Nullable Long wide(@Nullable Integer number) {
    return number == null ? null : Long.valueOf(number);
  }

  /** The sum of those that are there, if the first one is. */
  static @Nullable Long sum(@Nullable Integer first, @Nullable Integer... others) {
    Long sum = wide(first);
    for (Integer other : others) {
      sum = sum == null ? null : TokenUsage.sum(sum, wide(other));
    }
    return sum;
  }
}
