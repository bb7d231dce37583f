package io.spanloom.example.rag;

/** The command line or the environment asks for something that does not exist. */
final class UsageException extends Exception {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
