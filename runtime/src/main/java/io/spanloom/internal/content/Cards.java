package io.spanloom.internal.content;

/** Payment card numbers (ISO/IEC 7812-1): issuer's first digit, length, Luhn's check digit. */
final class Cards {

  static final int SHORTEST = 13;
  private static final int LONGEST = 19;

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
    // Luhn's sum is kept for both parities: which digits count double shows at the end only.
    int evenDoubled = 0;
    int oddDoubled = 0;
    while (count < LONGEST && Texts.isDigitAt(text, next)) {
      int digit = text.charAt(next) - '0';
      int doubled = digit > 4 ? 2 * digit - 9 : 2 * digit;
      evenDoubled += count % 2 == 0 ? doubled : digit;
      oddDoubled += count % 2 == 0 ? digit : doubled;
      count++;
      next++;
      int sum = count % 2 == 0 ? evenDoubled : oddDoubled;
      if (count >= SHORTEST && sum % 10 == 0 && Texts.endsWord(text, next)) {
        end = next;
      }
      if (isSeparator(text, next)) {
        next++;
      }
    }
    return end;
  }

  private static boolean isSeparator(CharSequence text, int at) {
    return (Texts.isAt(text, at, ' ') || Texts.isAt(text, at, '-'))
        && Texts.isDigitAt(text, at + 1);
  }
}
