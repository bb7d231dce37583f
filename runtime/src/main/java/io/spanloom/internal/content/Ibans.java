package io.spanloom.internal.content;

import io.spanloom.internal.content.NearbyWords.Kind;

/**
 * International bank account numbers (ISO 13616): country, check digits, account; of the country's
 * length, modulo 97.
 */
final class Ibans {

  private static final int SHORTEST = 15;
  private static final int LONGEST = 34;
  private static final int MODULUS = 97;
  private static final int LETTERS = 26;

  /** The countries and lengths that SWIFT's registry lists, and some that use the form as well. */
  private static final String COUNTRIES =
      "AD24 AE23 AL28 AO25 AT20 AZ28 BA20 BE16 BF28 BG22 BH22 BI27 BJ28 BR29 BY28 CF27 CG27 CH21"
          + " CI28 CM27 CR22 CV25 CY28 CZ24 DE22 DJ27 DK18 DO28 DZ26 EE20 EG29 ES24 FI18 FK18 FO18"
          + " FR27 GA27 GB22 GE22 GI23 GL18 GQ27 GR27 GT28 GW25 HN28 HR21 HU28 IE22 IL23 IQ23 IR26"
          + " IS26 IT27 JO30 KM27 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MA28 MC27 MD24 ME22"
          + " MG27 MK19 ML28 MN20 MR27 MT31 MU30 MZ25 NE28 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25"
          + " QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SN28 SO23 ST25 SV28 TD27 TG28"
          + " TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30";

  private static final byte[] LENGTHS = new byte[LETTERS * LETTERS];

  static {
    for (String country : COUNTRIES.split(" ", -1)) {
      LENGTHS[index(country, 0)] = Byte.parseByte(country.substring(2));
    }
  }

  private Ibans() {}

  /** Where the number starts whose first check digit is here, or -1. */
  static int start(CharSequence text, int at) {
    boolean fits =
        at >= 2
            && Texts.isLetter(text.charAt(at - 1))
            && Texts.isLetter(text.charAt(at - 2))
            && Texts.startsWord(text, at - 2)
            && Texts.isDigitAt(text, at + 1);
    return fits ? at - 2 : -1;
  }

  /**
   * Where the number ends that starts here, in groups or not, or -1. One of another length than its
   * country's, which examples have, must be written without separators or in fours.
   */
  static int end(CharSequence text, int start) {
    int length = LENGTHS[index(text, start)];
    int head = number(text, start, start + 4);
    int next = start + 4;
    int remainder = 0;
    int end = -1;
    boolean fours = true;
    for (int count = 4; count < LONGEST; count++) {
      int part = afterSeparator(text, next);
      fours &= part == next || count % 4 == 0;
      next = part;
      if (next >= text.length() || !Texts.isAlphanumeric(text.charAt(next))) {
        break;
      }
      remainder = append(remainder, text.charAt(next));
      next++;
      // The country and check digits are computed as if they stood at the end.
      boolean valid = (remainder * 1_000_000L + head) % MODULUS == 1;
      if (Texts.endsWord(text, next)) {
        if (count + 1 == length && (valid || NearbyWords.say(Kind.IBAN, text, start))) {
          return next;
        }
        end = valid && fours && count + 1 >= SHORTEST ? next : end;
      }
    }
    return end;
  }

  private static int index(CharSequence text, int at) {
    return ((text.charAt(at) | 0x20) - 'a') * LETTERS + (text.charAt(at + 1) | 0x20) - 'a';
  }

  private static int afterSeparator(CharSequence text, int at) {
    int next = Texts.skipSpaces(text, at, 2);
    boolean hyphen = next == at && at < text.length() && Texts.isHyphen(text.charAt(at));
    return hyphen ? at + 1 : next;
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
}
