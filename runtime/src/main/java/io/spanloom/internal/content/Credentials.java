package io.spanloom.internal.content;

import io.spanloom.internal.content.SecretNames.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What requests show at a door: headers of any scheme, cookies, and tokens named by a scheme. */
final class Credentials {

  private static final int SHORTEST_TOKEN = 8;
  private static final int LONG_WORD = 16;
  private static final int LONG_TOKEN = 24;
  private static final int LONGEST_SCHEME = 24;
  private static final int LONGEST_LINE = 8 * 1024;
  private static final int LONGEST_BASIC = 400;
  private static final String LABEL = "TOKEN";

  private Credentials() {}

  /** Looks at the value of a header; tells where to go on. */
  static int header(CharSequence text, int sign, int start, Kind kind, ScanState scan) {
    int end = kind == Kind.COOKIE ? cookies(text, start) : authorization(text, start);
    if (end < 0) {
      return sign + 1;
    }
    scan.found(start, end, LABEL);
    return end;
  }

  private static int cookies(CharSequence text, int start) {
    int name = start;
    while (name - start < 64 && name < text.length() && isTokenPart(text.charAt(name))) {
      name++;
    }
    return name > start && Texts.isAt(text, name, '=') ? lineEnd(text, start) : -1;
  }

  /** A scheme and its credentials, or the credentials alone. */
  private static int authorization(CharSequence text, int start) {
    int scheme = start;
    while (scheme - start < LONGEST_SCHEME
        && scheme < text.length()
        && (Texts.isWord(text.charAt(scheme)) || text.charAt(scheme) == '-')) {
      scheme++;
    }
    int next = Texts.skipSpaces(text, scheme, 2);
    if (scheme == start || next == scheme || next >= text.length()) {
      return opaqueEnd(text, start, start);
    }
    int end = opaqueEnd(text, next, next);
    // Parameters, as Digest and AWS have them.
    boolean parameters = end > 0 && contains(text, next, end, '=');
    return end > 0 && parameters && !isPadded(text, end) ? lineEnd(text, start) : end;
  }

  private static boolean isPadded(CharSequence text, int end) {
    return Texts.isAt(text, end - 1, '=') && !Texts.isAt(text, end, '"');
  }

  private static boolean contains(CharSequence text, int start, int end, char wanted) {
    int last = Math.min(end, start + 64);
    for (int at = start; at < last; at++) {
      if (text.charAt(at) == wanted) {
        return true;
      }
    }
    return false;
  }

  private static int opaqueEnd(CharSequence text, int start, int from) {
    int end = from;
    boolean digit = false;
    boolean parameter = false;
    while (end < text.length()
        && (isTokenPart(text.charAt(end)) || ":=".indexOf(text.charAt(end)) >= 0)) {
      digit |= Texts.isDigit(text.charAt(end));
      parameter |= text.charAt(end) == '=';
      end++;
    }
    boolean opaque = digit || parameter || end - start >= LONG_WORD;
    return opaque && end - start >= SHORTEST_TOKEN - 2 ? end : -1;
  }

  private static int lineEnd(CharSequence text, int start) {
    int end = start;
    int last = Math.min(text.length(), start + LONGEST_LINE);
    while (end < last && "\n\r\\'`<".indexOf(text.charAt(end)) < 0) {
      if (text.charAt(end) == '"' && !Texts.isAt(text, end - 1, '=') && !isInside(text, end)) {
        return end;
      }
      end++;
    }
    return end;
  }

  /** Whether a quotation mark closes a parameter's value, and more follow. */
  private static boolean isInside(CharSequence text, int quote) {
    return Texts.isAt(text, quote + 1, ", ")
        && Texts.endsWord(text, quote + 1)
        && quote + 3 < text.length()
        && Texts.isLetter(text.charAt(quote + 3));
  }

  /** {@code Bearer …}, wherever it stands. */
  static int bearer(CharSequence text, int at, ScanState scan) {
    int start = at + "bearer".length();
    int token = start;
    while (Texts.isAt(text, token, ' ')
        || Texts.isAt(text, token, '\t')
        || Texts.isAt(text, token, '\u00a0')) {
      token++;
    }
    if (token == start) {
      return start; // the characters of a token may spell "bearer" again: read on from there
    }
    int end = token;
    boolean digit = false;
    while (end < text.length() && isTokenPart(text.charAt(end))) {
      digit |= Texts.isDigit(text.charAt(end));
      end++;
    }
    boolean opaque = digit || Texts.isAt(text, end, '=') || end - token >= LONG_TOKEN;
    if (end - token < SHORTEST_TOKEN || !opaque) {
      return start;
    }
    while (Texts.isAt(text, end, '=')) {
      end++;
    }
    scan.found(at, end, LABEL);
    return end;
  }

  /** {@code Basic …}: a user and a password in base64. */
  static int basic(CharSequence text, int at, ScanState scan) {
    int start = Texts.skipSpaces(text, at + "basic".length(), 2);
    int end = start;
    while (end - start < LONGEST_BASIC && end < text.length() && isBase64(text.charAt(end))) {
      end++;
    }
    if (start == at + "basic".length()
        || end - start < SHORTEST_TOKEN
        || !isUserAndPassword(text, start, end)) {
      return start;
    }
    while (Texts.isAt(text, end, '=')) {
      end++;
    }
    scan.found(at, end, LABEL);
    return end;
  }

  private static boolean isUserAndPassword(CharSequence text, int start, int end) {
    byte[] decoded;
    try {
      int whole = start + (end - start) / 4 * 4;
      String base64 = text.subSequence(start, end - start > 16 ? whole : end).toString();
      decoded = Base64.getDecoder().decode(base64.replace('-', '+').replace('_', '/'));
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
    String shown = new String(decoded, StandardCharsets.UTF_8);
    return shown.indexOf(':') >= 0 && shown.chars().allMatch(c -> c >= ' ' && c != 0xFFFD);
  }

  private static boolean isBase64(char character) {
    return Texts.isWord(character) || character == '+' || character == '/' || character == '-';
  }

  private static boolean isTokenPart(char character) {
    return Texts.isWord(character) || ".~+/-".indexOf(character) >= 0;
  }
}
