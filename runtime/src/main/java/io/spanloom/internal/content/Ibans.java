package io.spanloom.internal.content;

/** International bank account numbers (ISO 13616): country, check digits, account; modulo 97. */
final class Ibans {

  private static final int SHORTEST = 15;
  private static final int LONGEST = 34;
  private static final int MODULUS = 97;

  private Ibans() {}

  /** Where the number starts whose first check digit is here, or -1. */
  static int start(CharSequence text, int at) {
    boolean fits =
        at >= 2
            && Texts.isUpper(text.charAt(at - 1))
            && Texts.isUpper(text.charAt(at - 2))
            && Texts.startsWord(text, at - 2)
            && Texts.isDigitAt(text, at + 1);
    return fits ? at - 2 : -1;
  }

  /** Where the longest number ends that starts here, in groups or not, or -1. */
  static int end(CharSequence text, int start) {
    int head = number(text, start, start + 4);
    int end = -1;
    int count = 4;
    int next = start + 4;
    int remainder = 0;
    while (count < LONGEST) {
      next = Texts.isAt(text, next, ' ') ? next + 1 : next;
      if (next >= text.length() || !isPart(text.charAt(next))) {
        return end;
      }
      remainder = append(remainder, text.charAt(next));
      next++;
      count++;
      // The country and check digits are computed as if they stood at the end.
      boolean valid = (remainder * 1_000_000L + head) % MODULUS == 1;
      if (count >= SHORTEST && valid && Texts.endsWord(text, next)) {
        end = next;
      }
    }
    return end;
  }

  private static int number(CharSequence text, int start, int end) {
    int number = 0;
    for (int at = start; at < end; at++) {
      int value = Character.digit(text.charAt(at), 36);
      number = number * (value > 9 ? 100 : 10) + value;
    }
    return number;
  }

  /** Letters count as two digits, A as 10. */
  private static int append(int remainder, char character) {
    int value = Character.digit(character, 36);
    return (remainder * (value > 9 ? 100 : 10) + value) % MODULUS;
  }

  private static boolean isPart(char character) {
    return Texts.isUpper(character) || Texts.isDigit(character);
  }
}
