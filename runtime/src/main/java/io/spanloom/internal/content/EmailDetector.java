package io.spanloom.internal.content;

/** E-mail addresses: looks to both sides of an at sign. */
final class EmailDetector implements Detector {

  @Override
  public int look(CharSequence text, int at, ScanState scan) {
    int start = at;
    while (start > 0 && isLocal(text.charAt(start - 1))) {
      start--;
    }
    int end = domainEnd(text, at + 1);
    if (start == at || end < 0) {
      return at + 1;
    }
    scan.found(start, end, "EMAIL");
    return end;
  }

  /** Where the domain ends whose last label is a top-level domain, or -1. */
  private static int domainEnd(CharSequence text, int from) {
    int end = -1;
    int label = from;
    int at = from;
    boolean letters = true;
    boolean foreign = false;
    while (at <= text.length()) {
      char character = at < text.length() ? text.charAt(at) : ' ';
      if (Texts.isAlphanumeric(character) || character == '-' || character == '_') {
        letters &= Texts.isLetter(character);
        at++;
        continue;
      }
      if (isForeignLetter(character)) {
        // Prose may go on without a space: what stands behind "com" is no part of it.
        boolean complete = !foreign && letters && label > from && at - label >= 2;
        end = complete ? at : end;
        foreign = true;
        letters &= at == label || Texts.startsWord(text, at);
        at++;
        continue;
      }
      if (at == label) {
        return end;
      }
      if (label > from && letters && at - label >= 2) {
        end = at;
      }
      if (character != '.') {
        return end;
      }
      at++;
      label = at;
      letters = true;
      foreign = false;
    }
    return end;
  }

  private static boolean isLocal(char character) {
    return Texts.isWord(character) || isForeignLetter(character) || ".%+-'".indexOf(character) >= 0;
  }

  private static boolean isForeignLetter(char character) {
    return character > 127 && Character.isLetterOrDigit(character);
  }
}
