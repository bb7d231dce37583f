package io.spanloom.internal.content;

import io.spanloom.internal.content.NearbyWords.Kind;

/** IP addresses of version 4; the numbers of versions and sections look the same. */
final class Ipv4 {

  private static final String[] FILES = {
    "jar", "zip", "dll", "whl", "exe", "tar", "tgz", "war", "deb", "rpm"
  };
  private static final String[] STAGES = {
    "alpha", "beta", "rc", "snapshot", "dev", "pre", "final", "release"
  };
  private static final int FAR = 3;

  private Ipv4() {}

  /** Where the address ends that starts here, or -1. */
  static int end(CharSequence text, int at) {
    int end = octets(text, at);
    boolean goesOn =
        end > 0
            && (!Texts.endsWord(text, end)
                || (Texts.isAt(text, end, '.') && Texts.isDigitAt(text, end + 1)));
    return end < 0 || goesOn || isVersion(text, at, end) ? -1 : end;
  }

  /** Where four numbers up to 255 end, whatever is around them, or -1. */
  static int octets(CharSequence text, int at) {
    int end = octet(text, at);
    for (int i = 0; i < 3 && end > 0; i++) {
      end = Texts.isAt(text, end, '.') ? octet(text, end + 1) : -1;
    }
    return end;
  }

  private static int octet(CharSequence text, int at) {
    int end = at;
    int value = 0;
    while (end - at < 3 && Texts.isDigitAt(text, end)) {
      value = value * 10 + text.charAt(end) - '0';
      end++;
    }
    return end == at || value > 255 || Texts.isDigitAt(text, end) ? -1 : end;
  }

  private static boolean isVersion(CharSequence text, int at, int end) {
    char before = at > 0 ? text.charAt(at - 1) : ' ';
    char second = at > 1 ? text.charAt(at - 2) : ' ';
    return switch (before) {
      // A product, a file, a requirement: Chrome/120.0.0.0, lib-1.2.3.4.jar, lib==1.2.3.4
      case '/', '-' -> Texts.isLetter(second) && !isCalledAddress(text, at);
      case '=', '~', '^', '>', '<' ->
          "=~><!^".indexOf(second) >= 0 || before != '=' || isCalledVersion(text, at);
      case '§' -> true;
      default ->
          second == '§' || isFile(text, end) || isStage(text, end) || isCalledVersion(text, at);
    };
  }

  private static boolean isFile(CharSequence text, int end) {
    if (!Texts.isAt(text, end, '.')) {
      return false;
    }
    for (String file : FILES) {
      if (Texts.isAt(text, end + 1, file) && Texts.endsWord(text, end + 1 + file.length())) {
        return true;
      }
    }
    return false;
  }

  /** {@code 1.2.3.4-beta} */
  private static boolean isStage(CharSequence text, int end) {
    if (!Texts.isAt(text, end, '-')) {
      return false;
    }
    for (String stage : STAGES) {
      if (Texts.isAtIgnoringCase(text, end + 1, stage)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCalledAddress(CharSequence text, int at) {
    int start = at - 1;
    while (start > 0 && at - start < 10 && Texts.isLetter(text.charAt(start - 1))) {
      start--;
    }
    return start < at - 1 && NearbyWords.of(text, start, at - 1) == Kind.ADDRESS;
  }

  /** The nearest word that says either. */
  private static boolean isCalledVersion(CharSequence text, int at) {
    return NearbyWords.first(text, at, FAR, Kind.VERSION, Kind.ADDRESS) == Kind.VERSION;
  }
}
