package io.spanloom.googlegenai;

import com.google.genai.errors.ApiException;
import org.jspecify.annotations.Nullable;

/** Reads what the provider calls an error. */
final class ProviderErrorCodes {

  private ProviderErrorCodes() {}

  /**
   * Google's canonical code, such as {@code RESOURCE_EXHAUSTED}. Older versions of the SDK keep
   * HTTP's words in its place; there the status distinguishes errors.
   */
  static @Nullable String type(Throwable failure) {
    if (!(failure instanceof ApiException exception)) {
      return null;
    }
    String status = exception.status();
    return status != null && status.matches("[A-Z]+(_[A-Z]+)*")
        ? status
        : String.valueOf(exception.code());
  }
}
