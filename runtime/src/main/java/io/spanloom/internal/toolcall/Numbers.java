package io.spanloom.internal.toolcall;

import org.jspecify.annotations.Nullable;

/** Numbers as JSON writes them (RFC 8259), told alike however they are written. */
final class Numbers {

  /** Longer texts are texts, whatever they are made of. */
  static final int MAX_LENGTH = 1_000;

  private static final int MAX_EXPONENT_LENGTH = 9;

  private Numbers() {}

  /**
   * The digits without zeros at either end, and their exponent: one text for {@code 1}, {@code 1.0}
   * and {@code 10e-1}. {@code null} if the text is no number.
   */
  static @Nullable String canonical(CharSequence text) {
    int length = text.length();
    int start = length > 0 && text.charAt(0) == '-' ? 1 : 0;
    if (length > MAX_LENGTH || start == length || !isDigit(text.charAt(start))) {
      return null; // as nearly all texts
    }
    int whole = digitsEnd(text, start);
    int end = whole < length && text.charAt(whole) == '.' ? digitsEnd(text, whole + 1) : whole;
    boolean leadingZero = whole - start > 1 && text.charAt(start) == '0';
    if (leadingZero || end == whole + 1) {
      return null;
    }
    int exponent = exponent(text, end);
    return exponent == Integer.MIN_VALUE
        ? null
        : written(text, start, end, exponent - Math.max(0, end - whole - 1));
  }

  /** The exponent that stands at a position, 0 for none, the least integer for anything else. */
  private static int exponent(CharSequence text, int at) {
    if (at == text.length()) {
      return 0;
    }
    boolean signed =
        at + 1 < text.length() && (text.charAt(at + 1) == '+' || text.charAt(at + 1) == '-');
    int digits = signed ? at + 2 : at + 1;
    boolean isExponent =
        (text.charAt(at) | 0x20) == 'e'
            && digits < text.length()
            && digitsEnd(text, digits) == text.length()
            && text.length() - digits <= MAX_EXPONENT_LENGTH;
    return isExponent
        ? Integer.parseInt(text.subSequence(at + 1, text.length()).toString())
        : Integer.MIN_VALUE;
  }

  private static String written(CharSequence text, int start, int end, int exponent) {
    StringBuilder digits = new StringBuilder(end - start + 12);
    int power = exponent;
    for (int at = start; at < end; at++) {
      char digit = text.charAt(at);
      if (digit != '.' && (digit != '0' || !digits.isEmpty())) {
        digits.append(digit);
      }
    }
    while (!digits.isEmpty() && digits.charAt(digits.length() - 1) == '0') {
      digits.setLength(digits.length() - 1);
      power++;
    }
    if (digits.isEmpty()) {
      return "0";
    }
    return digits.insert(0, start > 0 ? "-" : "").append('e').append(power).toString();
  }

  private static int digitsEnd(CharSequence text, int from) {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }
}
