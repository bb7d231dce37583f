package io.spanloom.llm;

/** Tells when a JSON object, whose text arrives in pieces, has come to its end. */
final class JsonEnd {

  private int depth;
  private boolean inText;
  private boolean escaped;
  private boolean ended;

  /** Whether the object has ended. */
  boolean isReached() {
    return ended;
  }

  /** More of the text. */
  void add(String piece) {
    for (int i = 0; i < piece.length() && !ended; i++) {
      add(piece.charAt(i));
    }
  }

  private void add(char character) {
    if (inText) {
      inText = escaped || character != '"';
      escaped = !escaped && character == '\\';
    } else if (character == '"') {
      inText = true;
    } else if (character == '{' || character == '[') {
      depth++;
    } else if (character == '}' || character == ']') {
      ended = --depth <= 0;
    }
  }
}
