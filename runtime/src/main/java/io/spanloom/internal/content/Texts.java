package io.spanloom.internal.content;

/** What detectors ask about characters, and cutting that leaves characters whole. */
final class Texts {

  private Texts() {}

  /** The text's first characters, never half a surrogate pair. */
  static String cut(String text, long maxLength) {
    if (text.length() <= maxLength) {
      return text;
    }
    int end = (int) maxLength;
    return text.substring(
        0, end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }

  static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  static boolean isUpper(char character) {
    return character >= 'A' && character <= 'Z';
  }

  static boolean isLetter(char character) {
    char lower = (char) (character | 0x20);
    return lower >= 'a' && lower <= 'z';
  }

  static boolean isAlphanumeric(char character) {
    return isDigit(character) || isLetter(character);
  }

  /** Letters, digits and the underscore: what a regular expression's word boundary parts. */
  static boolean isWord(char character) {
    return isAlphanumeric(character) || character == '_';
  }

  static boolean isHex(char character) {
    char lower = (char) (character | 0x20);
    return isDigit(character) || (lower >= 'a' && lower <= 'f');
  }

  /** Blanks of any width, breaking or not; no line breaks. */
  static boolean isSpace(char character) {
    if (character < 0xA0) {
      return character == ' ' || character == '\t';
    }
    return character == 0xA0
        || (character >= 0x2000 && character <= 0x200A)
        || character == 0x202F
        || character == 0x205F
        || character == 0x3000;
  }

  /** Hyphens, dashes and the minus sign. */
  static boolean isHyphen(char character) {
    return character == '-'
        || (character >= 0x2010 && character <= 0x2015)
        || character == 0x2212
        || character == 0xFE63
        || character == 0xFF0D;
  }

  /** Where blanks end, so many of them at most. */
  static int skipSpaces(CharSequence text, int at, int most) {
    int end = at;
    while (end - at < most && end < text.length() && isSpace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Whether a word cannot go on to the left of the position. */
  static boolean startsWord(CharSequence text, int at) {
    return at == 0 || !isWord(text.charAt(at - 1));
  }

  /** Whether a word cannot go on at the position. */
  static boolean endsWord(CharSequence text, int at) {
    return at >= text.length() || !isWord(text.charAt(at));
  }

  static boolean isDigitAt(CharSequence text, int at) {
    return at >= 0 && at < text.length() && isDigit(text.charAt(at));
  }

  static boolean isAt(CharSequence text, int at, char character) {
    return at >= 0 && at < text.length() && text.charAt(at) == character;
  }

  /** Whether a text stands at a position. */
  static boolean isAt(CharSequence text, int at, String wanted) {
    if (at < 0 || at + wanted.length() > text.length()) {
      return false;
    }
    for (int i = 0; i < wanted.length(); i++) {
      if (text.charAt(at + i) != wanted.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a lower-case text stands at a position, in any case. */
  static boolean isAtIgnoringCase(CharSequence text, int at, String wanted) {
    if (at < 0 || at + wanted.length() > text.length()) {
      return false;
    }
    for (int i = 0; i < wanted.length(); i++) {
      if ((text.charAt(at + i) | 0x20) != wanted.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
