package io.spanloom.internal.convention;

/**
 * The value of {@code error.type} for exceptions to which the provider gives no code of its own:
 * the canonical name, by OpenTelemetry's semantic conventions for recording errors.
 */
public final class ErrorType {

  private ErrorType() {}

  /** The canonical name of an exception's class; the binary name of a class that has none. */
  public static String of(Throwable thrown) {
    String name = thrown.getClass().getCanonicalName();
    return name == null ? thrown.getClass().getName() : name;
  }
}
