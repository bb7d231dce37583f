package io.spanloom.internal.content;

/** JSON Web Tokens (RFC 7519): parts in base64url, the first of which starts a JSON object. */
final class JsonWebTokens {

  private static final int SHORTEST_PART = 8;

  /** Encrypted ones (RFC 7516) have five parts. */
  private static final int MOST_PARTS = 5;

  private JsonWebTokens() {}

  /** Looks around the capital letter of {@code eyJ}. */
  static int look(CharSequence text, int at, ScanState scan) {
    int start = at - 2;
    if (at < scan.noWebTokenBefore
        || !Texts.isAt(text, start, "eyJ")
        || !Texts.startsWord(text, start)) {
      return at + 1;
    }
    int header = end(text, start);
    int payload = Texts.isAt(text, header, '.') ? end(text, header + 1) : header;
    boolean encrypted = Texts.isAt(text, header, "..");
    if (header - start < SHORTEST_PART + 3 || (payload - header <= SHORTEST_PART && !encrypted)) {
      scan.noWebTokenBefore = header;
      return at + 1;
    }
    int end = payload;
    for (int part = 2; part < MOST_PARTS && Texts.isAt(text, end, '.'); part++) {
      end = end(text, end + 1);
    }
    scan.found(start, end, "JWT");
    return end;
  }

  private static int end(CharSequence text, int from) {
    return IssuedKeys.end(text, from, text.length());
  }
}
