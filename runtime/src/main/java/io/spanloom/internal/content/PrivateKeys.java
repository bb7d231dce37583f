package io.spanloom.internal.content;

/** Private keys in PEM (RFC 7468); certificates and public keys are no secrets. */
final class PrivateKeys {

  private static final String BEGIN = "-----BEGIN ";
  private static final String RULE = "-----";
  private static final int LONGEST_LABEL = 48;
  private static final int LONGEST = 16 * 1024;
  private static final int SHORTEST_BODY = 16;

  private PrivateKeys() {}

  /** Looks at the first of several hyphens. */
  static int look(CharSequence text, int at, ScanState scan) {
    int body = Texts.isAt(text, at, BEGIN) ? body(text, at + BEGIN.length()) : -1;
    if (body < 0) {
      return at + 1;
    }
    int end = body;
    int last = (int) Math.min(text.length(), (long) body + LONGEST);
    while (end < last && !Texts.isAt(text, end, RULE)) {
      end++;
    }
    boolean closed = Texts.isAt(text, end, "-----END ");
    if (!closed) {
      end = base64End(text, body);
    }
    if (end < 0) {
      return body;
    }
    end = closed ? closingEnd(text, end) : end;
    scan.found(at, end, "PRIVATE_KEY");
    return end;
  }

  /** Where the body starts behind a private key's label, or -1. */
  private static int body(CharSequence text, int label) {
    int end = label;
    while (end - label < LONGEST_LABEL && end < text.length() && isLabel(text.charAt(end))) {
      end++;
    }
    boolean isPrivate =
        Texts.isAt(text, end - "PRIVATE KEY".length(), "PRIVATE KEY")
            || Texts.isAt(text, end - "PRIVATE KEY BLOCK".length(), "PRIVATE KEY BLOCK");
    return isPrivate && Texts.isAt(text, end, RULE) ? end + RULE.length() : -1;
  }

  private static boolean isLabel(char character) {
    return Texts.isUpper(character) || Texts.isDigit(character) || character == ' ';
  }

  private static int closingEnd(CharSequence text, int at) {
    int end = at + "-----END ".length();
    while (end - at < LONGEST_LABEL && end < text.length() && isLabel(text.charAt(end))) {
      end++;
    }
    return Texts.isAt(text, end, RULE) ? end + RULE.length() : end;
  }

  /** A key that was cut off before its end: base64 in lines, at least one of them. */
  private static int base64End(CharSequence text, int body) {
    int end = body;
    int run = 0;
    int longest = 0;
    while (end < text.length() && end - body < LONGEST && isBody(text.charAt(end))) {
      boolean breaks = Character.isWhitespace(text.charAt(end)) || text.charAt(end) == '\\';
      run = breaks ? 0 : run + 1;
      longest = Math.max(longest, run);
      end++;
    }
    return longest >= SHORTEST_BODY ? end : -1;
  }

  private static boolean isBody(char character) {
    return Texts.isAlphanumeric(character) || "+/=\\\r\n ".indexOf(character) >= 0;
  }
}
