package io.spanloom.content;

import java.math.BigInteger;

/** Tells numbers that are what they look like from numbers that only look so. */
final class Checksums {

  private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

  private Checksums() {}

  /** The Luhn check of ISO/IEC 7812-1, for payment cards. */
  static boolean luhn(String number) {
    int sum = 0;
    boolean doubled = false;
    for (int i = number.length() - 1; i >= 0; i--) {
      int digit = Character.digit(number.charAt(i), 10);
      if (digit >= 0) {
        int value = doubled ? digit * 2 : digit;
        sum += value > 9 ? value - 9 : value;
        doubled = !doubled;
      }
    }
    return sum > 0 && sum % 10 == 0;
  }

  /** The mod-97 check of ISO 13616, for international bank account numbers. */
  static boolean iban(String account) {
    String compact = account.replace(" ", "");
    String rearranged = compact.substring(4) + compact.substring(0, 4);
    StringBuilder digits = new StringBuilder();
    rearranged.chars().forEach(character -> digits.append(Character.digit(character, 36)));
    return new BigInteger(digits.toString()).mod(NINETY_SEVEN).intValue() == 1;
  }

  /** Four numbers of at most 255. */
  static boolean ipv4(String address) {
    for (String part : address.split("\\.", -1)) {
      if (Integer.parseInt(part) > 255) {
        return false;
      }
    }
    return true;
  }
}
