package io.spanloom.internal.content;

/** IP addresses of version 6 (RFC 4291): looks at the run of hexadecimal groups around a colon. */
final class Ipv6Detector implements Detector {

  private static final int GROUPS = 8;
  private static final int LONGEST_GROUP = 4;

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
    int last = Texts.isAt(text, end - 1, ':') && !Texts.isAt(text, end - 2, ':') ? end - 1 : end;
    boolean bounded = Texts.startsWord(text, start) && Texts.endsWord(text, last);
    if (bounded && isAddress(text, start, last)) {
      scan.found(start, last, "IP");
      return end;
    }
    scan.noIpv6Before = end;
    return at + 1;
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
  private static boolean isAddress(CharSequence text, int start, int end) {
    int groups = 0;
    int gaps = 0;
    int groupLength = 0;
    boolean digit = false;
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
      if (groupLength > LONGEST_GROUP || groups > GROUPS) {
        return false;
      }
    }
    return digit && (gaps == 0 ? groups == GROUPS : gaps == 1 && groups < GROUPS);
  }
}
