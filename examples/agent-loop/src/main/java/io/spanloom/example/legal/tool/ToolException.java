package io.spanloom.example.legal.tool;

/** A tool could not do its work; the message is for the model to read. */
public final class ToolException extends Exception {

  private static final long serialVersionUID = 1L;

  /** A failure without a cause below it, such as a missing argument. */
  public ToolException(String message) {
    super(message);
  }

  /** A failure of something the tool relies on. */
  public ToolException(String message, Throwable cause) {
    super(message + ": " + cause, cause);
  }
}
