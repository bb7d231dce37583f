package io.spanloom.internal.content;

/**
 * Values that the word before them calls secret, as {@code password: hunter2} does: looks to both
 * sides of an equals sign or a colon.
 *
 * <p>A value has a digit, for {@code password: String} and {@code token = next()} are no secrets;
 * and a letter too unless it is a password.
 */
final class SecretDetector implements Detector {

  private static final int SHORTEST_NAME = "token".length();
  private static final int SHORTEST_PASSWORD = 6;
  private static final int SHORTEST_SECRET = 8;

  /** More of a value need not be seen to tell it. */
  private static final int ENOUGH = 48;

  private static final int MOST_SPACES = 2;

  @Override
  public int look(CharSequence text, int at, ScanState scan) {
    int word = wordEnd(text, at);
    // The last letter decides for nearly all.
    char last = word > 0 ? (char) (text.charAt(word - 1) | 0x20) : ' ';
    boolean password = last == 'd' && isPassword(text, word);
    if (!password && !isSecret(text, word, last)) {
      return at + 1;
    }
    int start = valueStart(text, at + 1);
    if (!isOpaque(text, start, password)) {
      return at + 1;
    }
    int end = start;
    while (end < text.length() && isValue(text.charAt(end))) {
      end++;
    }
    scan.found(start, end, "SECRET");
    return end;
  }

  /** Whether what goes by the name alone is secret, whatever it looks like; few are. */
  static boolean isName(String name) {
    int end = name.length();
    if (end < SHORTEST_NAME) {
      return false;
    }
    char last = (char) (name.charAt(end - 1) | 0x20);
    return switch (last) {
      case 'd' -> isPassword(name, end);
      case 'n' -> endsIn(name, end, "token") || endsIn(name, end, "authorization");
      case 't', 'y' -> isSecret(name, end, last);
      default -> false;
    };
  }

  /** Where the name ends that is before the sign, in quotes or not. */
  private static int wordEnd(CharSequence text, int at) {
    int end = at;
    if (end > 0 && Texts.isLetter(text.charAt(end - 1))) {
      return end;
    }
    for (int i = 0; i < MOST_SPACES && Texts.isAt(text, end - 1, ' '); i++) {
      end--;
    }
    if (isQuote(text, end - 1)) {
      end -= Texts.isAt(text, end - 2, '\\') ? 2 : 1;
    }
    return end;
  }

  private static boolean isPassword(CharSequence text, int end) {
    return endsIn(text, end, "password") || endsIn(text, end, "passwd");
  }

  private static boolean isSecret(CharSequence text, int end, char last) {
    return switch (last) {
      case 'n' -> endsIn(text, end, "token");
      case 't' -> endsIn(text, end, "secret");
      case 'y' -> endsIn(text, end, "key") && isKey(text, end - "key".length());
      default -> false;
    };
  }

  private static boolean isKey(CharSequence text, int end) {
    boolean joined = Texts.isAt(text, end - 1, '_') || Texts.isAt(text, end - 1, '-');
    int word = joined ? end - 1 : end;
    return endsIn(text, word, "api")
        || endsIn(text, word, "access")
        || endsIn(text, word, "secret")
        || endsIn(text, word, "private");
  }

  private static boolean endsIn(CharSequence text, int end, String word) {
    int start = end - word.length();
    return start >= 0 && isIgnoringCase(text, start, word);
  }

  /** The underscore is no letter, and has no other case. */
  private static boolean isIgnoringCase(CharSequence text, int start, String word) {
    for (int i = 0; i < word.length(); i++) {
      char character = text.charAt(start + i);
      char wanted = word.charAt(i);
      if (character != wanted && !(Texts.isUpper(character) && (character | 0x20) == wanted)) {
        return false;
      }
    }
    return true;
  }

  private static int valueStart(CharSequence text, int after) {
    int start = after;
    for (int i = 0; i < MOST_SPACES && Texts.isAt(text, start, ' '); i++) {
      start++;
    }
    if (Texts.isAt(text, start, '\\') && isQuote(text, start + 1)) {
      start++;
    }
    return isQuote(text, start) ? start + 1 : start;
  }

  private static boolean isOpaque(CharSequence text, int start, boolean password) {
    int end = start;
    boolean digit = false;
    boolean letter = password;
    while (end < text.length() && end - start < ENOUGH && isValue(text.charAt(end))) {
      digit |= Texts.isDigit(text.charAt(end));
      letter |= Texts.isLetter(text.charAt(end));
      end++;
    }
    boolean call = Texts.isAt(text, end, '(');
    return digit
        && letter
        && !call
        && end - start >= (password ? SHORTEST_PASSWORD : SHORTEST_SECRET);
  }

  private static boolean isQuote(CharSequence text, int at) {
    return Texts.isAt(text, at, '"') || Texts.isAt(text, at, '\'');
  }

  private static boolean isValue(char character) {
    return character > ' ' && "\"'`\\,;&()[]{}<>".indexOf(character) < 0;
  }
}
