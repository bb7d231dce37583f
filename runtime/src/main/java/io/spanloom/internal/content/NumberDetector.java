package io.spanloom.internal.content;

/**
 * Numbers that identify: payment cards, bank accounts (IBAN), US social security numbers, IP
 * addresses of version 4, phone numbers. Looks at the few dozen characters they can have.
 */
final class NumberDetector implements Detector {

  @Override
  public int look(CharSequence text, int at, ScanState scan) {
    char first = text.charAt(at);
    if (first == '+' || first == '(') {
      int end = Texts.startsWord(text, at) ? phone(text, at, first) : -1;
      return found(at, end, "PHONE", scan);
    }
    if (!Texts.startsWord(text, at)) {
      int account = Ibans.start(text, at);
      return account < 0 ? at + 1 : foundFrom(account, at, Ibans.end(text, account), "IBAN", scan);
    }
    int end = digitsEnd(text, at);
    return isInsideNumber(text, at) || isShort(text, at, end) ? end : number(text, at, scan);
  }

  /** Most numbers are: too few digits for any that identifies, and not a group of one. */
  static boolean isShort(CharSequence text, int at, int end) {
    return end - at < Cards.SHORTEST
        && !(Texts.isDigitAt(text, end + 1) && " -.".indexOf(text.charAt(end)) >= 0);
  }

  /** Where a run of digits ends; inside it nothing starts. */
  static int digitsEnd(CharSequence text, int at) {
    int end = at;
    while (Texts.isDigitAt(text, end)) {
      end++;
    }
    return end;
  }

  static int number(CharSequence text, int at, ScanState scan) {
    int end = Cards.end(text, at);
    if (end > 0) {
      return found(at, end, "CARD", scan);
    }
    end = socialSecurityNumber(text, at);
    if (end > 0) {
      return found(at, end, "SSN", scan);
    }
    end = ipv4(text, at);
    if (end > 0) {
      return found(at, end, "IP", scan);
    }
    return found(at, grouped(text, at), "PHONE", scan);
  }

  private static int found(int at, int end, String label, ScanState scan) {
    return foundFrom(at, at, end, label, scan);
  }

  private static int foundFrom(int start, int at, int end, String label, ScanState scan) {
    if (end < 0) {
      return at + 1;
    }
    scan.found(start, end, label);
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
    int end = digits(text, at, 3);
    end = separated(text, end, '-', 2);
    end = separated(text, end, '-', 4);
    boolean impossible =
        text.charAt(at) == '9'
            || Texts.isAt(text, at, "000")
            || Texts.isAt(text, at, "666")
            || Texts.isAt(text, at + 4, "00-")
            || Texts.isAt(text, at + 7, "0000");
    return end < 0 || impossible || !endsNumber(text, end, '-') ? -1 : end;
  }

  private static int ipv4(CharSequence text, int at) {
    int end = octet(text, at);
    for (int i = 0; i < 3 && end > 0; i++) {
      end = Texts.isAt(text, end, '.') ? octet(text, end + 1) : -1;
    }
    return end < 0 || !endsNumber(text, end, '.') ? -1 : end;
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

  /** {@code 555-123-4567} and {@code 555.123.4567}, with one kind of separator. */
  private static int grouped(CharSequence text, int at) {
    int end = digits(text, at, 3);
    if (end < 0 || !(Texts.isAt(text, end, '-') || Texts.isAt(text, end, '.'))) {
      return -1;
    }
    char separator = text.charAt(end);
    end = separated(text, separated(text, end, separator, 3), separator, 4);
    return end < 0 || !endsNumber(text, end, separator) ? -1 : end;
  }

  private static int phone(CharSequence text, int at, char first) {
    return first == '+' ? international(text, at) : withAreaCode(text, at);
  }

  /** {@code (555) 123-4567}. */
  private static int withAreaCode(CharSequence text, int at) {
    int end = digits(text, at + 1, 3);
    if (end < 0 || !Texts.isAt(text, end, ')')) {
      return -1;
    }
    end = digits(text, Texts.isAt(text, end + 1, ' ') ? end + 2 : end + 1, 3);
    boolean parted = end > 0 && end < text.length() && " .-".indexOf(text.charAt(end)) >= 0;
    end = parted ? digits(text, end + 1, 4) : -1;
    return end < 0 || !Texts.endsWord(text, end) ? -1 : end;
  }

  /** A plus and 8 to 15 digits (ITU-T E.164) in groups, one of them perhaps in parentheses. */
  private static int international(CharSequence text, int at) {
    int digits = 0;
    int end = -1;
    int next = at + 1;
    if (!Texts.isDigitAt(text, next) || text.charAt(next) == '0') {
      return -1;
    }
    while (next < text.length() && digits <= 15) {
      char character = text.charAt(next);
      if (Texts.isDigit(character)) {
        digits++;
        end = next + 1;
      } else if (!isPhoneSeparator(text, next)) {
        break;
      }
      next++;
    }
    return digits < 8 || digits > 15 || !Texts.endsWord(text, end) ? -1 : end;
  }

  /**
   * A blank, dot or hyphen between digits, or what surrounds an area code: two in a row at most.
   */
  private static boolean isPhoneSeparator(CharSequence text, int at) {
    char character = text.charAt(at);
    boolean separates = " .-()/".indexOf(character) >= 0;
    boolean goesOn =
        Texts.isDigitAt(text, at + 1)
            || Texts.isAt(text, at + 1, '(')
            || (character == ')' && Texts.isAt(text, at + 1, ' '));
    return separates && goesOn;
  }

  private static boolean endsNumber(CharSequence text, int end, char separator) {
    return Texts.endsWord(text, end)
        && !(Texts.isAt(text, end, separator) && Texts.isDigitAt(text, end + 1));
  }

  private static int separated(CharSequence text, int at, char separator, int count) {
    return at >= 0 && Texts.isAt(text, at, separator) ? digits(text, at + 1, count) : -1;
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
