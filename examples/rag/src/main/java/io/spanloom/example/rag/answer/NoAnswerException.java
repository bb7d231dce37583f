package io.spanloom.example.rag.answer;

/** The model came to no answer. */
public final class NoAnswerException extends Exception {

  private static final long serialVersionUID = 1L;

  NoAnswerException(String message) {
    super(message);
  }
}
