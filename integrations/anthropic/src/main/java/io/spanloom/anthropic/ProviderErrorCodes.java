package io.spanloom.anthropic;

import com.anthropic.errors.AnthropicServiceException;
import org.jspecify.annotations.Nullable;

/** Reads what the provider calls an error, such as {@code rate_limit_error}. */
final class ProviderErrorCodes {

  private ProviderErrorCodes() {}

  static @Nullable String type(Throwable failure) {
    return failure instanceof AnthropicServiceException exception
        ? Json.text(Json.of(exception.body()).path("error"), "type")
        : null;
  }
}
