package io.spanloom.example.legal.agent;

/** The model answered, but not with an answer. */
public final class NoAnswerException extends Exception {

  private static final long serialVersionUID = 1L;

  NoAnswerException(String message) {
    super(message);
  }
}
