package io.spanloom.internal.content;

/** Finds keys and tokens by a known prefix: searches for the prefix's rarest character. */
final class KeyDetector implements Detector {

  private static final int AWS_KEY = 20;
  private static final int GOOGLE_KEY = 39;
  private static final int TWILIO_KEY = 34;

  @Override
  public int look(CharSequence text, int at, ScanState scan) {
    return switch (text.charAt(at)) {
      case 'b', 'B' -> scheme(text, at, scan);
      case 'J' -> JsonWebTokens.look(text, at, scan);
      case 'w', 'W' -> Passwords.look(text, at, scan);
      case '_' -> IssuedKeys.look(text, at, scan);
      case '-' -> hyphen(text, at, scan);
      default -> cloudKey(text, at, scan);
    };
  }

  private static int scheme(CharSequence text, int at, ScanState scan) {
    // The third letter, or the blank behind "by", rules out nearly all words.
    int third = at + 2 < text.length() ? text.charAt(at + 2) | 0x20 : 0;
    if (third == 'a' && Texts.isAtIgnoringCase(text, at, "bearer")) {
      return Credentials.bearer(text, at, scan);
    }
    if (third == 's' && Texts.isAtIgnoringCase(text, at, "basic")) {
      return Credentials.basic(text, at, scan);
    }
    return third == ' ' ? Passwords.identifiedBy(text, at, scan) : at + 1;
  }

  private static int hyphen(CharSequence text, int at, ScanState scan) {
    boolean first = !Texts.isAt(text, at - 1, '-');
    if (first && Texts.isAt(text, at + 1, '-')) {
      return PrivateKeys.look(text, at, scan);
    }
    boolean option = !first || at == 0 || !Texts.isWord(text.charAt(at - 1));
    int next = option ? CommandLines.look(text, at, scan) : at + 1;
    return next == at + 1 ? IssuedKeys.look(text, at, scan) : next;
  }

  /** Identifiers of AWS access keys; keys of Google's APIs; Twilio's. */
  private static int cloudKey(CharSequence text, int at, ScanState scan) {
    if (Texts.isAt(text, at - 1, "SK")) {
      return Texts.startsWord(text, at - 1) ? twilioKey(text, at, scan) : at + 1;
    }
    int start = text.charAt(at) == 'z' ? at - 2 : at - 1;
    boolean aws = Texts.isAt(text, start, "AKIA") || Texts.isAt(text, start, "ASIA");
    boolean google = Texts.isAt(text, start, "AIza");
    if (!(aws || google) || !Texts.startsWord(text, start)) {
      return at + 1;
    }
    int length = IssuedKeys.end(text, start, start + GOOGLE_KEY) - start;
    boolean isKey =
        aws ? length == AWS_KEY && isUpperCase(text, start, start + length) : length == GOOGLE_KEY;
    if (!isKey) {
      return at + 1;
    }
    scan.found(start, start + length, "API_KEY");
    return start + length;
  }

  private static int twilioKey(CharSequence text, int at, ScanState scan) {
    int start = at - 1;
    int end = at + 1;
    while (end - start <= TWILIO_KEY && end < text.length() && Texts.isHex(text.charAt(end))) {
      end++;
    }
    if (end - start != TWILIO_KEY || !Texts.endsWord(text, end)) {
      return at + 1;
    }
    scan.found(start, end, "API_KEY");
    return end;
  }

  private static boolean isUpperCase(CharSequence text, int start, int end) {
    for (int at = start; at < end; at++) {
      if (!Texts.isUpper(text.charAt(at)) && !Texts.isDigit(text.charAt(at))) {
        return false;
      }
    }
    return true;
  }
}
