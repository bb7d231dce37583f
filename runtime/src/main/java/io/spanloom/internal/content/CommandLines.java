package io.spanloom.internal.content;

import io.spanloom.internal.content.SecretNames.Kind;
import io.spanloom.internal.content.SecretValues.Place;
import org.jspecify.annotations.Nullable;

/** Secrets in the arguments of programs: {@code --password hunter2}, {@code -u user:password}. */
final class CommandLines {

  private static final int LONGEST_NAME = 32;
  private static final int LONGEST_USER = 64;
  private static final int LINE = 64;
  private static final String[] WITH_PASSWORD = {
    "sshpass",
    "mysql",
    "docker login",
    "ldapsearch",
    "redis-cli",
    "mongo",
    "helm",
    "podman login",
    "sqlcmd",
    "psql"
  };

  private CommandLines() {}

  /** Looks at the hyphen before an option's name. */
  static int look(CharSequence text, int at, ScanState scan) {
    boolean whole = Texts.isAt(text, at - 1, '-');
    if (whole && at > 1 && !isBreak(text.charAt(at - 2))) {
      return at + 1;
    }
    int end = at + 1;
    while (end - at <= LONGEST_NAME && end < text.length() && isName(text.charAt(end))) {
      end++;
    }
    if (end == at + 1) {
      return at + 1;
    }
    int value = valueStart(text, end);
    if (isUser(text, at + 1, end, whole)) {
      return user(text, at, value > end ? value : end, scan);
    }
    if (!whole && Texts.isAt(text, at + 1, 'p')) {
      return shortPassword(text, at, end, scan);
    }
    @Nullable Kind kind = value > end ? SecretNames.of(text, end) : null;
    if (kind == null || kind == Kind.AUTHORIZATION || kind == Kind.COOKIE || kind == Kind.VALUE) {
      return at + 1;
    }
    return SecretDetector.value(text, at, value, kind, Place.LOOSE, scan);
  }

  /** Behind blanks, or the quotation marks and comma of a list. */
  private static int valueStart(CharSequence text, int end) {
    int start = end;
    while (start - end < 6 && start < text.length() && " \"',\\".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    boolean separated = start - end > 0 && (Texts.isAt(text, end, ' ') || start - end >= 3);
    return separated ? start - (isQuote(text, start - 1) ? 1 : 0) : end;
  }

  private static boolean isUser(CharSequence text, int start, int end, boolean whole) {
    return whole
        ? (end - start == 4 && Texts.isAt(text, start, "user"))
            || (end - start == 10 && Texts.isAt(text, start, "proxy-user"))
        : end - start == 1 && (text.charAt(start) == 'u' || text.charAt(start) == 'U');
  }

  /** {@code user:password} */
  private static int user(CharSequence text, int at, int start, ScanState scan) {
    int colon = start;
    while (colon - start < LONGEST_USER
        && colon < text.length()
        && isUserPart(text.charAt(colon))) {
      colon++;
    }
    int end = SecretValues.partEnd(text, colon + 1, colon + LONGEST_USER);
    boolean user = start > at + 1 && colon > start && Texts.isAt(text, colon, ':');
    boolean numbers = Texts.isDigitAt(text, start) && end - colon < 6;
    if (!user || numbers || end - colon < 4 || "${<*/".indexOf(text.charAt(colon + 1)) >= 0) {
      return at + 1;
    }
    end = SecretValues.partEnd(text, end, text.length());
    scan.found(colon + 1, end, "SECRET");
    return end;
  }

  private static boolean isUserPart(char character) {
    return (SecretValues.isPart(character) && character != ':') || "\"'".indexOf(character) >= 0;
  }

  /** {@code -p hunter2} and {@code -phunter2}, of programs that take passwords so. */
  private static int shortPassword(CharSequence text, int at, int nameEnd, ScanState scan) {
    int start = Texts.isAt(text, at + 2, ' ') ? at + 3 : at + 2;
    int end = SecretValues.partEnd(text, start, start + LONGEST_USER);
    boolean number = end - start < 12 && NumberDetector.digitsEnd(text, start) == end;
    boolean named = end - nameEnd > 0 || nameEnd - at > 4;
    if (end - start < 4 || number || !named || !isBefore(text, at)) {
      return at + 1;
    }
    if ("${<*-/".indexOf(text.charAt(start)) >= 0) {
      return at + 1;
    }
    end = SecretValues.partEnd(text, end, text.length());
    scan.found(start, end, "SECRET");
    return end;
  }

  private static boolean isBefore(CharSequence text, int at) {
    int start = Math.max(0, at - LINE);
    String line = text.subSequence(start, at).toString();
    for (String program : WITH_PASSWORD) {
      if (line.contains(program)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBreak(char character) {
    return !Texts.isWord(character) && character != '-';
  }

  private static boolean isName(char character) {
    return Texts.isWord(character) || character == '-' || character == '.';
  }

  private static boolean isQuote(CharSequence text, int at) {
    return Texts.isAt(text, at, '"') || Texts.isAt(text, at, '\'');
  }
}
