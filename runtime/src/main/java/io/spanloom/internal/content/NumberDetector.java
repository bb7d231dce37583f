package io.spanloom.internal.content;

import io.spanloom.internal.content.NearbyWords.Kind;

/**
 * Numbers that identify: payment cards, bank accounts (IBAN), US social security numbers, IP
 * addresses of version 4, phone numbers. Looks at the few dozen characters they can have, and at a
 * few words before those that could be one.
 */
final class NumberDetector implements Detector {

  /** Fewer digits identify nobody, and most numbers have fewer. */
  private static final int SHORTEST = 6;

  private static final int LONGEST_TIME = 32;
  private static final int SSN = 9;
  private static final int OCTETS = 4;

  private final OpaqueWords words = new OpaqueWords();

  @Override
  public int look(CharSequence text, int at, ScanState scan) {
    char before = at > 0 ? text.charAt(at - 1) : ' ';
    if (Texts.isWord(before)) {
      return inWord(text, at, scan);
    }
    if ((before == '(' || before == '+') && Texts.startsWord(text, at - 1)) {
      int end = phone(text, at - 1, scan);
      if (end > 0) {
        return found(at - 1, end, "PHONE", scan);
      }
    }
    int end = digitsEnd(text, at);
    if (end == at + 4
        && isCentury(text, at)
        && Texts.isAt(text, end, '-')
        && Texts.isAt(text, end + 3, '-')) {
      return timeEnd(text, end);
    }
    return isShort(text, at, end) || isInsideNumber(text, at) || goesOn(text, at, end)
        ? end
        : Math.max(end, number(text, at, scan));
  }

  /** Where a date ends that starts with its year, with the time of the day (ISO 8601). */
  private static int timeEnd(CharSequence text, int year) {
    int end = year;
    while (end - year < LONGEST_TIME && end < text.length() && isTimePart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isCentury(CharSequence text, int at) {
    return Texts.isAt(text, at, "20") || Texts.isAt(text, at, "19");
  }

  private static boolean isTimePart(char character) {
    return Texts.isDigit(character) || "-:T.".indexOf(character) >= 0;
  }

  /** Most numbers are: too few digits for any that identifies, in all their groups together. */
  static boolean isShort(CharSequence text, int at, int end) {
    int digits = end - at;
    int next = end;
    for (int groups = 1; groups < OCTETS && digits < SHORTEST; groups++) {
      boolean area = groups > 1 && Texts.isAt(text, next, ')');
      if (!area && !mayGoOn(text, next)) {
        return true;
      }
      int group = next + 1;
      next = group;
      while (next - group < SHORTEST && Texts.isDigitAt(text, next)) {
        next++;
      }
      if (next == group) {
        return false;
      }
      digits += next - group;
    }
    return false;
  }

  private static boolean mayGoOn(CharSequence text, int end) {
    if (end >= text.length()) {
      return false;
    }
    char character = text.charAt(end);
    if (character == '.' || character == ' ') {
      if (end + 1 >= text.length()) {
        return false;
      }
      char next = text.charAt(end + 1);
      // Most numbers stand before a word.
      return next <= '9' ? Texts.isDigit(next) || (character == ' ' && isJoint(next)) : next > 127;
    }
    return (character < '0' || character > 127) && isJoint(character);
  }

  private static boolean isJoint(char character) {
    return character == '('
        || character == '/'
        || Texts.isHyphen(character)
        || Texts.isSpace(character);
  }

  /** Letters behind make it none; an extension or a word that was not parted does not. */
  private static boolean goesOn(CharSequence text, int at, int end) {
    return !Texts.endsWord(text, end) && text.charAt(end) != 'x' && end - at != SSN;
  }

  /** Where a run of digits ends; inside it nothing starts. */
  static int digitsEnd(CharSequence text, int at) {
    int end = at;
    while (Texts.isDigitAt(text, end)) {
      end++;
    }
    return end;
  }

  /** Looks for each kind of number at a word's start. */
  static int number(CharSequence text, int at, ScanState scan) {
    DigitGroups groups = scan.groups;
    groups.read(text, at);
    int digits = groups.total(groups.count());
    if (digits < SHORTEST && groups.count() < OCTETS) {
      return at + 1;
    }
    int end = digits < Cards.SHORTEST && groups.isWhole() ? -1 : Cards.end(text, at);
    if (end > 0) {
      return found(at, end, "CARD", scan);
    }
    end = socialSecurityNumber(text, at);
    if (end > 0) {
      return found(at, end, "SSN", scan);
    }
    end = Ipv4.end(text, at);
    if (end > 0) {
      return found(at, end, "IP", scan);
    }
    return found(at, PhoneNumbers.national(text, at, scan), "PHONE", scan);
  }

  private int inWord(CharSequence text, int at, ScanState scan) {
    int account = Ibans.start(text, at);
    int end = account < 0 ? -1 : Ibans.end(text, account);
    if (end > 0) {
      scan.found(account, end, "IBAN");
      return end;
    }
    int next = words.look(text, at, scan);
    return next == at + 1 ? rest(text, next) : next;
  }

  /** The rest of a word suggests nothing more, up to a w, for "password" may be its end. */
  private static int rest(CharSequence text, int at) {
    int end = at;
    while (end < text.length()
        && Texts.isAlphanumeric(text.charAt(end))
        && (text.charAt(end) | 0x20) != 'w') {
      end++;
    }
    return end;
  }

  private static int phone(CharSequence text, int at, ScanState scan) {
    if (text.charAt(at) == '+') {
      return PhoneNumbers.international(text, at, scan.groups);
    }
    scan.groups.read(text, at);
    return PhoneNumbers.national(text, at, scan);
  }

  private static int found(int at, int end, String label, ScanState scan) {
    if (end < 0) {
      return at + 1;
    }
    scan.found(at, end, label);
    return end;
  }

  /** Behind a decimal point or in a longer dotted or hyphened number. */
  private static boolean isInsideNumber(CharSequence text, int at) {
    return at >= 2
        && (text.charAt(at - 1) == '.' || text.charAt(at - 1) == '-')
        && Texts.isDigit(text.charAt(at - 2));
  }

  /** {@code 078-05-1120}; of the numbers never given out, area 000, 666 and 9xx are told apart. */
  private static int socialSecurityNumber(CharSequence text, int at) {
    int area = digits(text, at, 3);
    if (area < 0 || area >= text.length()) {
      return digits(text, at, 9) > 0 && isCalledSocial(text, at) ? at + 9 : -1;
    }
    boolean hyphen = Texts.isHyphen(text.charAt(area));
    if (!hyphen && !Texts.isSpace(text.charAt(area))) {
      return -1;
    }
    int group = separated(text, area, hyphen, 2);
    int end = group < 0 ? -1 : separated(text, group, hyphen, 4);
    boolean impossible =
        text.charAt(at) == '9'
            || Texts.isAt(text, at, "000")
            || Texts.isAt(text, at, "666")
            || (Texts.isAt(text, area + 1, "00") && group == area + 3)
            || Texts.isAt(text, end - 4, "0000");
    boolean found = end > 0 && !impossible && endsNumber(text, end);
    return found && (hyphen || isCalledSocial(text, at)) ? end : -1;
  }

  private static boolean isCalledSocial(CharSequence text, int at) {
    return NearbyWords.say(Kind.SSN, text, at);
  }

  private static int separated(CharSequence text, int at, boolean hyphen, int count) {
    boolean separated =
        at < text.length()
            && (hyphen ? Texts.isHyphen(text.charAt(at)) : Texts.isSpace(text.charAt(at)));
    return separated ? digits(text, at + 1, count) : -1;
  }

  private static boolean endsNumber(CharSequence text, int end) {
    boolean goesOn =
        end < text.length() && Texts.isHyphen(text.charAt(end)) && Texts.isDigitAt(text, end + 1);
    return Texts.endsWord(text, end) && !goesOn;
  }

  /** The end of exactly so many digits, or -1. */
  private static int digits(CharSequence text, int at, int count) {
    for (int i = 0; i < count; i++) {
      if (!Texts.isDigitAt(text, at + i)) {
        return -1;
      }
    }
    return Texts.isDigitAt(text, at + count) ? -1 : at + count;
  }
}
