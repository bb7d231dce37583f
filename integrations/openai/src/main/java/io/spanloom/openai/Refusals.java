package io.spanloom.openai;

import com.openai.errors.OpenAIInvalidDataException;
import com.openai.errors.OpenAIServiceException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** What OpenAI calls the failures that the SDK throws. */
final class Refusals {

  private Refusals() {}

  /** OpenAI's error code, such as {@code rate_limit_exceeded}, or its error type. */
  static @Nullable String errorType(Throwable failure) {
    Throwable thrown =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (!(thrown instanceof OpenAIServiceException refusal)) {
      return null;
    }
    try {
      return refusal.code().or(refusal::type).orElse(null);
    } catch (OpenAIInvalidDataException incompleteErrorObject) {
      return null;
    }
  }
}
