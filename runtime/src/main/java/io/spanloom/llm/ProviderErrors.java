package io.spanloom.llm;

import org.jspecify.annotations.Nullable;

/** Knows what a provider calls the failures that its SDK throws. */
public interface ProviderErrors {

  /**
   * The provider's own code for a failure, such as {@code rate_limit_exceeded}, for {@code
   * error.type}; {@code null} means the exception's class name serves.
   */
  default @Nullable String errorType(Throwable failure) {
    return null;
  }
}
