package io.spanloom.internal.content;

import io.spanloom.internal.content.SecretNames.Kind;
import io.spanloom.internal.content.SecretValues.Place;
import org.jspecify.annotations.Nullable;

/**
 * Values that the word before them calls secret, as {@code password: hunter2} does: looks to both
 * sides of an equals sign, a colon, or into an element.
 */
final class SecretDetector implements Detector {

  private static final int MOST_SPACES = 2;
  private static final int LONGEST_NAME = 32;
  private static final int LONGEST_TAG = 64;
  private static final String[] QUOTES = {"&quot;", "&#34;", "&#39;", "&apos;", "%22", "u0022"};

  private static final boolean[] NAME_PARTS = new boolean[128];

  static {
    for (char character = 0; character < NAME_PARTS.length; character++) {
      NAME_PARTS[character] = Texts.isWord(character) || "-:.".indexOf(character) >= 0;
    }
  }

  @Override
  public int look(CharSequence text, int at, ScanState scan) {
    char sign = text.charAt(at);
    if (sign == '<') {
      return element(text, at, scan);
    }
    if (sign == '%') {
      boolean encoded =
          Texts.isAtIgnoringCase(text, at + 1, "3d") || Texts.isAtIgnoringCase(text, at + 1, "3a");
      return encoded ? named(text, at, at + 3, scan) : at + 1;
    }
    if (!mayBeNamed(text, at)) {
      return at + 1;
    }
    int after = afterSign(text, at, sign);
    return after < 0 ? at + 1 : named(text, at, after, scan);
  }

  /** What most names end in is no end of a secret's, whether in quotes, before a blank, or not. */
  private static boolean mayBeNamed(CharSequence text, int at) {
    char before = at > 0 ? text.charAt(at - 1) : ' ';
    int end = before == '"' || before == ' ' ? at - 1 : at;
    char last = end > 0 ? (char) (text.charAt(end - 1) | 0x20) : ' ';
    boolean type = (last == 'g' || last == 'r') && text.charAt(at) == '=';
    return type || SecretNames.mayEnd(text, end);
  }

  /** Behind {@code = : := =>}; not behind comparisons and scopes. */
  private static int afterSign(CharSequence text, int at, char sign) {
    char before = at > 0 ? text.charAt(at - 1) : ' ';
    char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    if (sign == '=') {
      boolean compares =
          before == '=' || before == '!' || before == '<' || next == '=' || next == '~';
      return compares ? -1 : at + (next == '>' ? 2 : 1);
    }
    boolean scope = before == ':' || next == ':';
    return scope ? -1 : at + (next == '=' ? 2 : 1);
  }

  private static int named(CharSequence text, int sign, int after, ScanState scan) {
    int nameEnd = nameEnd(text, sign);
    Kind kind = nameEnd > 0 ? SecretNames.of(text, nameEnd) : null;
    kind = kind == Kind.VALUE ? before(text, nameEnd) : kind;
    if (kind == null) {
      return sign + 1;
    }
    int start = Texts.skipSpaces(text, after, MOST_SPACES);
    if (kind == Kind.AUTHORIZATION || kind == Kind.COOKIE) {
      return Credentials.header(text, sign, quoteEnd(text, start), kind, scan);
    }
    return value(text, sign, start, kind, start == after ? Place.JOINED : Place.LOOSE, scan);
  }

  /** Looks at what goes by a name of a kind; tells where to go on behind the sign. */
  static int value(CharSequence text, int sign, int start, Kind kind, Place place, ScanState scan) {
    int value = quoteEnd(text, start);
    boolean colon = Texts.isAt(text, sign, ':') && place == Place.JOINED;
    Place stands = value > start ? Place.QUOTED : colon ? Place.LOOSE : place;
    char quote = value > start ? text.charAt(value - 1) : ' ';
    int end = SecretValues.end(text, value, kind, stands, quote);
    if (end < 0 && stands != Place.QUOTED && kind == Kind.PASSPHRASE) {
      end = phraseEnd(text, value);
    }
    if (end < 0) {
      return sign + 1;
    }
    scan.found(value, end, "SECRET");
    return end;
  }

  /** Three words or more to the end of the line. */
  private static int phraseEnd(CharSequence text, int start) {
    int end = start;
    int words = 1;
    while (end - start < 128 && end < text.length()) {
      char character = text.charAt(end);
      if (character == ' ') {
        words++;
      } else if (!Character.isLetter(character) && character != '-') {
        break;
      }
      end++;
    }
    boolean whole = end >= text.length() || "\n\r.,;\"'\\".indexOf(text.charAt(end)) >= 0;
    return whole && words > 2 && SecretValues.isPhrase(text, start, end, Kind.PASSPHRASE)
        ? end
        : -1;
  }

  /** Where the name ends that is before the sign, in quotes or not. */
  private static int nameEnd(CharSequence text, int at) {
    int end = at;
    if (end > 0 && Texts.isLetter(text.charAt(end - 1))) {
      return afterType(text, end, at);
    }
    for (int i = 0; i < MOST_SPACES && end > 0 && Texts.isSpace(text.charAt(end - 1)); i++) {
      end--;
    }
    if (Texts.isAt(text, end - 1, ']')) {
      end--; // config["password"] = …
    }
    if (isQuote(text, end - 1)) {
      end--;
      for (int i = 0; i < 8 && Texts.isAt(text, end - 1, '\\'); i++) {
        end--;
      }
    } else if (Texts.isAt(text, end - 1, ';') || Texts.isAt(text, end - 1, '2')) {
      end = beforeEscapedQuote(text, end);
    }
    return afterType(text, end, at);
  }

  private static int beforeEscapedQuote(CharSequence text, int end) {
    for (String quote : QUOTES) {
      if (Texts.isAt(text, end - quote.length(), quote)) {
        return end - quote.length();
      }
    }
    return end;
  }

  /** {@code password: String = …} */
  private static int afterType(CharSequence text, int end, int sign) {
    int last = end > 0 ? text.charAt(end - 1) | 0x20 : ' ';
    if (last != 'g' && last != 'r') {
      return end;
    }
    int type =
        Texts.isAtIgnoringCase(text, end - 6, "string")
            ? end - 6
            : Texts.isAt(text, end - 3, "str") ? end - 3 : -1;
    if (type < 0 || !Texts.isAt(text, sign, '=')) {
      return end;
    }
    int name = Texts.isAt(text, type - 1, ' ') ? type - 1 : type;
    return Texts.isAt(text, name - 1, ':') ? name - 1 : end;
  }

  /** {@code <password>hunter2</password>}, with attributes or not. */
  private static int element(CharSequence text, int at, ScanState scan) {
    int nameEnd = at + 1;
    if (nameEnd >= text.length() || !isNamePart(text.charAt(nameEnd))) {
      return nameEnd;
    }
    while (nameEnd - at <= LONGEST_NAME
        && nameEnd < text.length()
        && isNamePart(text.charAt(nameEnd))) {
      nameEnd++;
    }
    Kind kind = nameEnd > at + 1 ? SecretNames.of(text, nameEnd) : null;
    if (kind == null || kind == Kind.VALUE) {
      return at + 1;
    }
    int start = nameEnd;
    while (start - nameEnd < LONGEST_TAG && start < text.length() && text.charAt(start) != '>') {
      start++;
    }
    return Texts.isAt(text, start, '>') ? elementValue(text, at, start + 1, kind, scan) : at + 1;
  }

  private static int elementValue(CharSequence text, int at, int start, Kind kind, ScanState scan) {
    int end = start;
    while (end - start <= LONGEST_TAG && end < text.length() && text.charAt(end) != '<') {
      end++;
    }
    boolean closed = Texts.isAt(text, end, "</") || Texts.isAt(text, end, "<\\/");
    if (!closed || SecretValues.end(text, start, kind, Place.QUOTED, '<') < 0) {
      return at + 1;
    }
    scan.found(start, end, "SECRET");
    return end;
  }

  private static boolean isNamePart(char character) {
    return character < 128 ? NAME_PARTS[character] : Character.isLetter(character);
  }

  /** The name in quotes before "value", as in {@code key="Password" value="hunter2"}. */
  private static @Nullable Kind before(CharSequence text, int valueEnd) {
    int at = valueEnd - "value".length();
    int first = Math.max(0, at - 8);
    while (at > first && !isQuote(text, at - 1)) {
      at--;
    }
    // Two quotes may be before "value": its own, and that of the name.
    boolean own = isQuote(text, at - 1) && !isNamePart(charBefore(text, at - 1));
    if (own) {
      at--;
      while (at > first && !isQuote(text, at - 1)) {
        at--;
      }
    }
    return at > 1 && isQuote(text, at - 1)
        ? SecretNames.of(text, beforeSlashes(text, at - 1))
        : null;
  }

  private static int beforeSlashes(CharSequence text, int at) {
    return Texts.isAt(text, at - 1, '\\') ? at - 1 : at;
  }

  private static char charBefore(CharSequence text, int at) {
    return at > 0 ? text.charAt(at - 1) : ' ';
  }

  /** Where a value starts behind its quotation mark, however often that is escaped. */
  static int quoteEnd(CharSequence text, int start) {
    int at = start;
    while (at - start < 8 && Texts.isAt(text, at, '\\')) {
      at++;
    }
    if (at < text.length() && "\"'`“„«「".indexOf(text.charAt(at)) >= 0) {
      return at + 1;
    }
    for (String quote : QUOTES) {
      if (Texts.isAt(text, at, quote)) {
        return at + quote.length();
      }
    }
    return start;
  }

  private static boolean isQuote(CharSequence text, int at) {
    return Texts.isAt(text, at, '"') || Texts.isAt(text, at, '\'') || Texts.isAt(text, at, '`');
  }
}
