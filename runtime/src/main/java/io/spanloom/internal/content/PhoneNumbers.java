package io.spanloom.internal.content;

import io.spanloom.internal.content.NearbyWords.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Phone numbers: international ones (ITU-T E.164), national ones in groups that nothing else has,
 * and any that the words before them call so.
 */
final class PhoneNumbers {

  private static final int SHORTEST = 7;
  private static final int LONGEST = 15;
  private static final int SHORTEST_BARE_CALL = 9;

  private PhoneNumbers() {}

  /** Where the international number ends that a plus starts, or -1. */
  static int international(CharSequence text, int at, DigitGroups groups) {
    if (!Texts.isDigitAt(text, at + 1) || text.charAt(at + 1) == '0') {
      return -1;
    }
    groups.read(text, at + 1);
    for (int n = groups.count(); n > 0; n--) {
      int total = groups.total(n);
      boolean decimal = n == 2 && groups.separator(1) == '.';
      if (total <= LONGEST && total >= SHORTEST + (n > 1 ? 0 : 1) && !decimal) {
        return ends(text, groups.end(n)) && !goesOn(groups, n) ? groups.end(n) : -1;
      }
    }
    return -1;
  }

  /** Where the national number ends whose groups were read from a position, or -1. */
  static int national(CharSequence text, int at, ScanState scan) {
    DigitGroups groups = scan.groups;
    if (groups.count() == 0 || isIsoDate(groups)) {
      return -1;
    }
    int shaped = isInsideGroups(text, at, scan) ? -1 : shaped(text, groups);
    if (shaped > 0 && groups.separator(0) == '(') {
      return shaped;
    }
    int longest = groups.total(groups.count());
    if (shaped < 0 && longest < SHORTEST - 1) {
      return -1;
    }
    Kind kind = isProduct(text, at) ? null : kind(text, at, groups);
    if (kind == Kind.PHONE || kind == Kind.CALL) {
      int called = called(text, groups, kind);
      return Math.max(shaped, called);
    }
    return kind == Kind.OTHER ? -1 : shaped;
  }

  private static @Nullable Kind kind(CharSequence text, int at, DigitGroups groups) {
    Kind before = NearbyWords.of(text, at);
    if (before != null) {
      return before;
    }
    int next = Texts.skipSpaces(text, groups.end(groups.count()), 2);
    if (Texts.isAt(text, next, '(')) {
      int end = next + 1;
      while (end - next < 12 && end < text.length() && Texts.isLetter(text.charAt(end))) {
        end++;
      }
      Kind behind = end == next + 1 ? null : NearbyWords.of(text, next + 1, end);
      return behind == Kind.PHONE ? behind : null;
    }
    return Texts.isAt(text, next, "is my ") ? Kind.CALL : null;
  }

  /** The longest number whose groups are those of a phone number. */
  private static int shaped(CharSequence text, DigitGroups groups) {
    for (int n = groups.count(); n > 0; n--) {
      if (groups.total(n) >= (groups.separator(0) == '(' ? 8 : 9)
          && ends(text, groups.end(n))
          && !goesOn(groups, n)
          && isShape(groups, n)) {
        return groups.end(n);
      }
    }
    return -1;
  }

  private static boolean isShape(DigitGroups groups, int n) {
    if (!isEven(groups, n)) {
      return false;
    }
    if (groups.digit(0, 0) == '0') {
      return isTrunk(groups, n);
    }
    return switch (n) {
      case 1 -> false;
      case 2 -> groups.separator(0) == '(' && groups.are(3, 7);
      case 3 -> isOfThree(groups);
      case 4 -> isOfFour(groups);
      case 5 ->
          groups.are(1, 3, 3, 2, 2) && groups.digit(0, 0) == '8' && groups.separator(1) != '.';
      default -> false;
    };
  }

  /** The trunk prefix 0 of most countries, or the exit code 00. */
  private static boolean isTrunk(DigitGroups groups, int n) {
    int total = groups.total(n);
    if (n == 1) {
      return (total == 10 || total == 11) && groups.digit(0, 1) != '0' && !isCounted(groups);
    }
    int second = groups.length(0) > 1 ? groups.digit(0, 1) : groups.digit(1, 0);
    if (second == '0') {
      boolean exit = groups.length(0) > 2 ? groups.digit(0, 2) != '0' : groups.digit(1, 0) != '0';
      boolean decimal = groups.separator(1) == '.' || isZeroPadded(groups, n);
      return groups.length(0) > 1 && exit && !decimal && total >= 10 && total <= 17;
    }
    boolean alone =
        groups.length(0) == 1 && groups.separator(1) != '(' && !groups.are(1, 3, 2, 2, 2);
    return !alone
        && total <= (n == 2 ? 12 : 11)
        && groups.length(n - 1) > 1
        && !isDate(groups)
        && (n == 2 || !isZeroPadded(groups, n));
  }

  private static boolean isOfThree(DigitGroups groups) {
    boolean area = groups.separator(0) == '(';
    if (groups.are(3, 3, 4)) {
      boolean joined = groups.separator(1) != ' ';
      return (joined || groups.digit(0, 0) > '1') && groups.separator(2) != '/';
    }
    if (area) {
      return groups.are(2, 5, 4) || groups.are(2, 4, 4) || groups.are(3, 4, 4);
    }
    boolean plain = groups.separator(1) != '.' && groups.separator(2) != '.';
    if (groups.are(3, 4, 4)) {
      return plain && groups.digit(0, 0) == '1' && groups.digit(0, 1) > '2';
    }
    if (groups.are(4, 3, 3)) {
      return plain && (groups.value(0) == 1300 || groups.value(0) == 1800);
    }
    if (groups.are(2, 5, 4)) {
      return plain && groups.digit(1, 0) == '9';
    }
    return groups.are(2, 4, 4) && plain && !isYear(groups, 1) && !isYear(groups, 2);
  }

  private static boolean isOfFour(DigitGroups groups) {
    if (groups.are(1, 3, 3, 4)) {
      return groups.digit(0, 0) == '1' || groups.digit(0, 0) == '8';
    }
    if (groups.are(3, 3, 2, 2)) {
      return groups.separator(0) == '(' || groups.separator(3) != ' ';
    }
    boolean plain = groups.separator(1) == ' ' || groups.separator(1) == '-';
    return plain
        && ((groups.are(3, 2, 2, 2) && groups.digit(0, 0) > '5') || groups.are(2, 3, 2, 2));
  }

  /** The longest number that can be one, for words call it so. */
  private static int called(CharSequence text, DigitGroups groups, Kind kind) {
    for (int n = groups.count(); n > 0; n--) {
      int total = groups.total(n);
      if (total <= LONGEST
          && total >= (kind == Kind.PHONE ? SHORTEST - 1 : SHORTEST)
          && ends(text, groups.end(n))
          && isEven(groups, n)
          && isCalled(groups, n, kind)) {
        return groups.end(n);
      }
    }
    return -1;
  }

  private static boolean isCalled(DigitGroups groups, int n, Kind kind) {
    int total = groups.total(n);
    if (n == 1) {
      return total >= (kind == Kind.PHONE ? SHORTEST - 1 : SHORTEST_BARE_CALL);
    }
    boolean years = n == 2 && isYear(groups, 0) && isYear(groups, 1);
    boolean fours = kind == Kind.PHONE && groups.are(4, 4);
    boolean decimal = n == 2 && groups.separator(1) == '.' && !fours;
    return !years && !decimal && !isDate(groups) && (total >= 9 || !isThousands(groups, n, kind));
  }

  /** Dots stand everywhere or nowhere, a slash behind the first group alone. */
  private static boolean isEven(DigitGroups groups, int n) {
    int dots = 0;
    for (int i = 1; i < n; i++) {
      dots += groups.separator(i) == '.' ? 1 : 0;
      if (groups.separator(i) == '/' && i > 1) {
        return false;
      }
    }
    return dots == 0 || dots == n - 1 || (dots == n - 2 && groups.separator(0) == '(');
  }

  /** Whether another group follows that makes it another number. */
  private static boolean goesOn(DigitGroups groups, int n) {
    if (n == groups.count()) {
      return false;
    }
    char separator = groups.separator(n);
    return separator == '-'
        || separator == '.'
        || (separator == ' ' && groups.length(n) > 2 && groups.digit(n, 0) != '0');
  }

  /** Behind digits and a blank, unless they were found to be a number. */
  private static boolean isInsideGroups(CharSequence text, int at, ScanState scan) {
    int before = at;
    while (at - before < 2 && before > 0 && Texts.isSpace(text.charAt(before - 1))) {
      before--;
    }
    return before < at && Texts.isDigitAt(text, before - 1) && scan.end() != before;
  }

  /** {@code Safari/6532.21.6} */
  private static boolean isProduct(CharSequence text, int at) {
    return Texts.isAt(text, at - 1, '/') && at > 1 && Texts.isLetter(text.charAt(at - 2));
  }

  private static boolean ends(CharSequence text, int end) {
    // An extension may follow, as in 555-123-4567x89.
    boolean extension = Texts.isAt(text, end, 'x') && Texts.isDigitAt(text, end + 1);
    return Texts.endsWord(text, end) || extension;
  }

  private static boolean isDate(DigitGroups groups) {
    return groups.count() >= 3
        && groups.are(2, 2, 4)
        && isYear(groups, 2)
        && groups.separator(1) == groups.separator(2);
  }

  private static boolean isIsoDate(DigitGroups groups) {
    return groups.count() > 1
        && isYear(groups, 0)
        && groups.length(1) == 2
        && groups.separator(1) == '-';
  }

  private static boolean isYear(DigitGroups groups, int group) {
    int value = groups.length(group) == 4 ? groups.value(group) : 0;
    return value >= 1900 && value < 2100;
  }

  private static boolean isThousands(DigitGroups groups, int n, Kind kind) {
    for (int i = 1; i < n; i++) {
      if (groups.length(i) != 3) {
        return false;
      }
    }
    return kind == Kind.CALL;
  }

  /** {@code 01 02 03 04 05} is a list. */
  private static boolean isZeroPadded(DigitGroups groups, int n) {
    for (int i = 0; i < n; i++) {
      if (groups.digit(i, 0) != '0') {
        return false;
      }
    }
    return true;
  }

  /** {@code 0123456789}. */
  private static boolean isCounted(DigitGroups groups) {
    for (int i = 0; i < 10; i++) {
      if (groups.digit(0, i) != '0' + i) {
        return false;
      }
    }
    return true;
  }
}
