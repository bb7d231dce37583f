package io.spanloom.openai;

import com.openai.errors.OpenAIInvalidDataException;
import com.openai.errors.OpenAIServiceException;
import org.jspecify.annotations.Nullable;

/** What OpenAI calls the failures that the SDK throws. */
final class ProviderErrorCodes {

  private ProviderErrorCodes() {}

  /** OpenAI's error code, such as {@code rate_limit_exceeded}, or its error type. */
  static @Nullable String errorType(Throwable failure) {
    if (!(failure instanceof OpenAIServiceException exception)) {
      return null;
    }
    try {
      return exception.code().or(exception::type).orElse(null);
    } catch (OpenAIInvalidDataException incompleteErrorObject) {
      return null;
    }
  }
}
