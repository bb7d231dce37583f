package io.spanloom.internal.content;

import io.spanloom.internal.content.SecretNames.Kind;
import io.spanloom.internal.content.SecretValues.Place;

/** Passwords in sentences and statements, without a sign: {@code the password is hunter2}. */
final class Passwords {

  private static final int LONGEST_VALUE = 64;
  private static final int SHORTEST_VALUE = 6;
  private static final String[] VERBS = {"is ", "was ", "ist ", "lautet ", "to "};

  private Passwords() {}

  /** Looks around the w of "password", "passwort", "passwd" and "pwd". */
  static int look(CharSequence text, int at, ScanState scan) {
    int end = nameEnd(text, at);
    if (end < 0 || !Texts.endsWord(text, end)) {
      return at + 1;
    }
    int start = afterName(text, end);
    if (start == end) {
      return at + 1;
    }
    boolean said = false;
    for (String verb : VERBS) {
      if (Texts.isAt(text, start, verb)) {
        start += verb.length();
        said = true;
        break;
      }
    }
    return value(text, at, start, said, scan);
  }

  /** Behind blanks, or the comma of a list, as in {@code ("password", "hunter2")}. */
  private static int afterName(CharSequence text, int end) {
    int comma = SecretDetector.quoteEnd(text, end);
    if (comma == end) {
      return Texts.skipSpaces(text, end, 2);
    }
    int start = Texts.isAt(text, comma, ',') ? Texts.skipSpaces(text, comma + 1, 2) : end;
    return SecretDetector.quoteEnd(text, start) > start ? start : end;
  }

  /** {@code identified by 'hunter2'} */
  static int identifiedBy(CharSequence text, int at, ScanState scan) {
    boolean said =
        Texts.isAtIgnoringCase(text, at, "by")
            && Texts.isAtIgnoringCase(text, at - "identified ".length(), "identified")
            && Texts.isAt(text, at + 2, ' ');
    return said ? value(text, at, at + 3, true, scan) : at + 1;
  }

  private static int nameEnd(CharSequence text, int at) {
    if (Texts.isAtIgnoringCase(text, at - 4, "pass")) {
      return Texts.isAtIgnoringCase(text, at + 1, "ord")
              || Texts.isAtIgnoringCase(text, at + 1, "ort")
          ? at + 4
          : Texts.isAtIgnoringCase(text, at + 1, "d") ? at + 2 : -1;
    }
    return Texts.isAtIgnoringCase(text, at - 1, "pwd") ? at + 2 : -1;
  }

  private static int value(CharSequence text, int at, int start, boolean said, ScanState scan) {
    int value = SecretDetector.quoteEnd(text, start);
    boolean quoted = value > start;
    int end = quoted ? quotedEnd(text, value) : unquotedEnd(text, value, said);
    if (end < 0) {
      return at + 1;
    }
    scan.found(value, end, "SECRET");
    return end;
  }

  private static int quotedEnd(CharSequence text, int value) {
    int end = SecretValues.end(text, value, Kind.PASSWORD, Place.QUOTED, text.charAt(value - 1));
    boolean closed = Texts.isAt(text, end, text.charAt(value - 1)) || Texts.isAt(text, end, '\\');
    return closed && end - value >= 4 ? end : -1;
  }

  /** Letters and digits, or a symbol among them: what is no word of a sentence. */
  private static int unquotedEnd(CharSequence text, int start, boolean said) {
    int end = start;
    boolean digit = false;
    boolean letter = false;
    boolean symbol = false;
    while (end - start < LONGEST_VALUE
        && end < text.length()
        && SecretValues.isPart(text.charAt(end))) {
      char character = text.charAt(end);
      digit |= Texts.isDigit(character);
      letter |= Texts.isLetter(character);
      symbol |= "!#$%^*+~@".indexOf(character) >= 0;
      end++;
    }
    boolean last = said && "!?.".indexOf(text.charAt(Math.max(0, end - 1))) >= 0;
    boolean mixed = letter && (digit || (symbol && !last));
    return mixed
            && end - start >= SHORTEST_VALUE
            && SecretValues.end(text, start, Kind.PASSWORD, Place.LOOSE, ' ') > 0
        ? SecretValues.partEnd(text, end, text.length())
        : -1;
  }
}
