package io.spanloom.internal.content;

import io.spanloom.internal.content.NearbyWords.Kind;

/**
 * Payment card numbers (ISO/IEC 7812-1): the issuer's range, the lengths that it gives out, Luhn's
 * check digit.
 */
final class Cards {

  static final int SHORTEST = 13;
  private static final int LONGEST = 19;
  private static final int PREFIX = 4;

  private Cards() {}

  /** Where the longest card number ends that starts here, in groups or not, or -1. */
  static int end(CharSequence text, int at) {
    char issuer = text.charAt(at);
    if (issuer < '2' || issuer > '6') {
      return -1;
    }
    int end = -1;
    int count = 0;
    int next = at;
    int prefix = 0;
    // Luhn's sum is kept for both parities: which digits count double shows at the end only.
    int evenDoubled = 0;
    int oddDoubled = 0;
    while (count < LONGEST && Texts.isDigitAt(text, next)) {
      int digit = text.charAt(next) - '0';
      int doubled = digit > 4 ? 2 * digit - 9 : 2 * digit;
      evenDoubled += count % 2 == 0 ? doubled : digit;
      oddDoubled += count % 2 == 0 ? digit : doubled;
      prefix = count < PREFIX ? 10 * prefix + digit : prefix;
      count++;
      next++;
      int sum = count % 2 == 0 ? evenDoubled : oddDoubled;
      if (count >= SHORTEST && sum % 10 == 0 && isLength(prefix, count, text, at)) {
        end = Texts.endsWord(text, next) ? next : end;
      }
      next = Texts.isDigitAt(text, next) ? next : afterSeparator(text, next, count);
    }
    return end;
  }

  /** The issuers' ranges by their first four digits. */
  private static boolean isLength(int prefix, int length, CharSequence text, int at) {
    return switch (prefix / 1000) {
      case 2 -> length == 16 && ((prefix >= 2221 && prefix <= 2720) || prefix / 10 == 220);
      case 3 -> isLengthOfTravel(prefix, length);
      case 4 -> length == 16 || length == 19 || (length == 13 && isCalledCard(text, at));
      case 5 -> length == 16 || (length > 16 && isMaestro(prefix));
      default ->
          length == 16
              ? prefix / 10 != 610 && prefix / 10 != 600
              : length > 16 && (prefix / 100 == 62 || isDiscover(prefix) || isMaestro(prefix));
    };
  }

  private static boolean isLengthOfTravel(int prefix, int length) {
    return switch (prefix / 100) {
      case 34, 37 -> length == 15;
      case 36, 38, 39 -> length == 14;
      case 30 -> length == 14 && (prefix <= 3059 || prefix / 10 == 309);
      case 35 -> length == 16 || (length > 16 && prefix >= 3528 && prefix <= 3589);
      default -> false;
    };
  }

  private static boolean isDiscover(int prefix) {
    return prefix == 6011 || prefix / 100 == 65 || (prefix >= 6440 && prefix < 6500);
  }

  private static boolean isMaestro(int prefix) {
    return prefix / 100 == 67
        || prefix == 6304
        || prefix == 5018
        || prefix == 5020
        || prefix == 5038
        || prefix == 5893;
  }

  /** Thirteen digits are a book's or an article's number nearly always. */
  private static boolean isCalledCard(CharSequence text, int at) {
    return NearbyWords.say(Kind.CARD, text, at);
  }

  /** Where the next group starts behind a blank or two, a hyphen or a dot, or the same place. */
  private static int afterSeparator(CharSequence text, int at, int count) {
    int next = Texts.skipSpaces(text, at, 2);
    char separator = next == at && at < text.length() ? text.charAt(at) : ' ';
    // Between fours only, for other numbers have a decimal point.
    boolean joined = separator == '.' ? count % 4 == 0 : Texts.isHyphen(separator);
    next = joined ? at + 1 : next;
    return Texts.isDigitAt(text, next) ? next : at;
  }
}
