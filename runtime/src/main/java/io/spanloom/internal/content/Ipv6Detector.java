package io.spanloom.internal.content;

/** IP addresses of version 6 (RFC 4291): looks at the run of hexadecimal groups around a colon. */
final class Ipv6Detector implements Detector {

  private static final int GROUPS = 8;
  private static final int LONGEST_GROUP = 4;

  /** Whether a colon stands between groups; between words and values it does not. */
  static boolean mayBe(CharSequence text, int at) {
    if (at + 1 >= text.length()) {
      return false;
    }
    char next = text.charAt(at + 1);
    return next == ':' || (Texts.isHex(next) && at > 0 && isPart(text.charAt(at - 1)));
  }

  @Override
  public int look(CharSequence text, int at, ScanState scan) {
    if (at < scan.noIpv6Before) {
      return at + 1;
    }
    int start = start(text, at);
    int end = at;
    while (end < text.length() && isPart(text.charAt(end))) {
      end++;
    }
    scan.noIpv6Before = end;
    int last = last(text, at, end);
    boolean bounded = Texts.startsWord(text, start) && Texts.endsWord(text, last);
    int tail = withIpv4(text, last);
    if (bounded && isAddress(text, start, last, tail > 0) && isPlace(text, start, last)) {
      int found = Math.max(last, tail);
      scan.found(start, found, "IP");
      return Math.max(end, found);
    }
    return at + 1;
  }

  private static int last(CharSequence text, int at, int end) {
    if (Texts.isAt(text, end, '.')) {
      // The last group may be an address of version 4.
      int group = end;
      while (group > at && end - group < LONGEST_GROUP && text.charAt(group - 1) != ':') {
        group--;
      }
      return group > at && Ipv4.octets(text, group) > 0 ? group - 1 : end;
    }
    return Texts.isAt(text, end - 1, ':') && !Texts.isAt(text, end - 2, ':') ? end - 1 : end;
  }

  private static int withIpv4(CharSequence text, int last) {
    return Texts.isAt(text, last, ':') ? Ipv4.octets(text, last + 1) : -1;
  }

  /** Where the first group starts; a colon on its own, as in {@code ip:2001:db8::1}, is none. */
  private static int start(CharSequence text, int at) {
    int start = at;
    while (start > 0 && at - start <= LONGEST_GROUP && Texts.isHex(text.charAt(start - 1))) {
      start--;
    }
    return start == at && !Texts.isAt(text, at + 1, ':') ? at + 1 : start;
  }

  private static boolean isPart(char character) {
    return character == ':' || Texts.isHex(character);
  }

  /** Eight groups, or fewer with one gap; at least one digit, for {@code a::b} is a name. */
  private static boolean isAddress(CharSequence text, int start, int end, boolean tail) {
    int groups = 0;
    int gaps = 0;
    int groupLength = 0;
    int longest = 0;
    boolean digit = tail;
    for (int at = start; at < end; at++) {
      char character = text.charAt(at);
      if (character == ':') {
        gaps += Texts.isAt(text, at + 1, ':') && at + 1 < end ? 1 : 0;
        groupLength = 0;
        continue;
      }
      digit |= Texts.isDigit(character);
      groups += groupLength == 0 ? 1 : 0;
      groupLength++;
      longest = Math.max(longest, groupLength);
      if (groupLength > LONGEST_GROUP || groups > GROUPS) {
        return false;
      }
    }
    // Eight pairs are an address of hardware.
    return gaps == 0
        ? digit && groups == GROUPS && longest > 2
        : digit && gaps == 1 && groups < GROUPS && startsBlock(text, start, groups);
  }

  /** The blocks in use: code and slices have other numbers to both sides of two colons. */
  private static boolean startsBlock(CharSequence text, int start, int groups) {
    char first = text.charAt(start);
    if (first == ':') {
      return groups == 1
          ? Texts.isAt(text, start, "::1")
          : Texts.isAtIgnoringCase(text, start + 2, "ffff");
    }
    boolean whole = !Texts.isAt(text, start + 3, ':') && Texts.isAt(text, start + 4, ':');
    char second = (char) (text.charAt(start + 1) | 0x20);
    return Texts.isAt(text, start, "64:ff9b::")
        || Texts.isAt(text, start, "100::")
        || (whole && (first == '2' || first == '3'))
        || (whole && (first == 'f' || first == 'F') && second >= 'c');
  }

  /** Not a slice of a list, as in {@code list[::1]}. */
  private static boolean isPlace(CharSequence text, int start, int end) {
    return !(end - start == 3
        && Texts.isAt(text, start - 1, '[')
        && !Texts.startsWord(text, start - 1));
  }
}
