package io.spanloom.bedrock;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Reads what AWS calls an error, such as {@code ThrottlingException}. */
final class ProviderErrorCodes {

  private ProviderErrorCodes() {}

  static @Nullable String type(Throwable failure) {
    AwsErrorDetails details =
        failure instanceof AwsServiceException exception ? exception.awsErrorDetails() : null;
    String code = details == null ? null : details.errorCode();
    return code == null || code.isEmpty() ? null : capitalized(code);
  }

  /** A stream writes the name small, {@code throttlingException}. */
  private static String capitalized(String code) {
    return Character.toUpperCase(code.charAt(0)) + code.substring(1);
  }
}
