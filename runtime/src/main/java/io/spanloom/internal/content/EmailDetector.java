package io.spanloom.internal.content;

import java.util.Set;

/** E-mail addresses: looks to both sides of an at sign, written as itself or encoded. */
final class EmailDetector implements Detector {

  private static final int LONGEST_LOCAL = 128;
  private static final int LONGEST_QUOTED = 64;
  private static final int LONGEST_PATH = 64;

  /** Labels that are the ends of files and members, and of no domain. */
  private static final Set<String> FILES =
      Set.of(
          "png", "jpg", "jpeg", "gif", "svg", "webp", "pdf", "yaml", "yml", "json", "xml", "html",
          "css", "js", "ts", "jsx", "tsx", "java", "jar", "class", "txt", "log", "conf", "cfg",
          "ini", "toml", "lock", "tgz", "exe", "dll", "service", "socket", "timer", "target",
          "mount", "ico", "woff");

  @Override
  public int look(CharSequence text, int at, ScanState scan) {
    int sign = signEnd(text, at);
    if (sign < 0) {
      return at + 1;
    }
    int end = domainEnd(text, sign);
    if (end < 0) {
      return at + 1;
    }
    int start = localStart(text, at);
    if (start == at || isOther(text, start, at, end)) {
      return at + 1;
    }
    scan.found(start, end, "EMAIL");
    return end;
  }

  /** Where the sign ends, which URLs and JSON encode, or -1. */
  private static int signEnd(CharSequence text, int at) {
    return switch (text.charAt(at)) {
      case '@' -> at + 1;
      case '%' ->
          Texts.isAt(text, at + 1, "40") ? at + 3 : Texts.isAt(text, at + 1, "2540") ? at + 5 : -1;
      case '\\' -> Texts.isAt(text, at + 1, "u0040") ? at + 6 : -1;
      default -> -1;
    };
  }

  private static int localStart(CharSequence text, int at) {
    if (Texts.isAt(text, at - 1, '"')) {
      return quotedStart(text, at - 1);
    }
    int start = at;
    while (start > 0 && at - start < LONGEST_LOCAL && isLocal(text.charAt(start - 1))) {
      start--;
    }
    // What a URL encodes before an address is no part of it.
    while (Texts.isAt(text, start, '\'') && start < at) {
      start++;
    }
    return encodedStart(text, start, at);
  }

  /** Behind the last encoded separator: {@code %20 %3D %3A %2C %3C}, and a line break's letter. */
  private static int encodedStart(CharSequence text, int start, int at) {
    for (int i = at - 3; i >= start; i--) {
      if (text.charAt(i) == '%' && Texts.isHex(text.charAt(i + 1)) && !Texts.isAt(text, i, "%2B")) {
        return i + 3;
      }
    }
    return start;
  }

  /** {@code "jane doe"@example.com} */
  private static int quotedStart(CharSequence text, int closing) {
    int start = closing;
    while (start > 0 && closing - start < LONGEST_QUOTED) {
      start--;
      if (text.charAt(start) == '"') {
        return Texts.isAt(text, start - 1, '\\') ? start - 1 : start;
      }
      if (text.charAt(start) == '\n') {
        break;
      }
    }
    return closing + 1;
  }

  /** Users of hosts, places in repositories, members of classes, versions of packages. */
  private static boolean isOther(CharSequence text, int start, int at, int end) {
    if (Texts.isAt(text, end, '(') || (Texts.isAt(text, start, "git") && at - start == 3)) {
      return true;
    }
    boolean user = Texts.isAt(text, start - 1, '/') && Texts.isAt(text, start - 2, '/');
    return user || isPath(text, end) || isFile(text, end) || isLabel(text, start, at);
  }

  /** {@code user@host:path/to} */
  private static boolean isPath(CharSequence text, int end) {
    if (!Texts.isAt(text, end, ':')) {
      return false;
    }
    int at = end + 1;
    while (at - end < LONGEST_PATH && at < text.length() && isPathPart(text.charAt(at))) {
      if (text.charAt(at) == '/' || text.charAt(at) == '~') {
        return !Texts.isDigitAt(text, end + 1);
      }
      at++;
    }
    return false;
  }

  private static boolean isPathPart(char character) {
    return Texts.isWord(character) || "-./~".indexOf(character) >= 0;
  }

  private static boolean isFile(CharSequence text, int end) {
    int start = end;
    while (end - start < 8 && Texts.isLetter(text.charAt(start - 1))) {
      start--;
    }
    return Texts.isAt(text, start - 1, '.')
        && end - start < 8
        && FILES.contains(text.subSequence(start, end).toString());
  }

  /** Kotlin's labels. */
  private static boolean isLabel(CharSequence text, int start, int at) {
    int length = at - start;
    return (length == 4 && Texts.isAt(text, start, "this"))
        || (length == 5 && Texts.isAt(text, start, "super"))
        || (length == 6 && Texts.isAt(text, start, "return"));
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
      if (label > from && (letters || isPunycode(text, label)) && at - label >= 2) {
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

  private static boolean isPunycode(CharSequence text, int label) {
    return Texts.isAtIgnoringCase(text, label, "xn") && Texts.isAt(text, label + 2, "--");
  }

  /** Not all that RFC 5322 allows: the rest ends an address in prose, URLs and code. */
  private static boolean isLocal(char character) {
    return Texts.isWord(character) || isForeignLetter(character) || ".%+-'".indexOf(character) >= 0;
  }

  private static boolean isForeignLetter(char character) {
    return character > 127 && Character.isLetterOrDigit(character);
  }
}
