package io.spanloom.internal.content;

/** Telegram's bot tokens: the bot's number, a colon, 35 characters. */
final class BotTokens {

  private static final int MOST_DIGITS = 10;
  private static final int LEAST_DIGITS = 8;
  private static final int SECRET = 35;

  private BotTokens() {}

  /** Looks to both sides of a colon. */
  static int look(CharSequence text, int at, ScanState scan) {
    if (!Texts.isDigitAt(text, at - LEAST_DIGITS) || !Texts.isAt(text, at + 1, "AA")) {
      return at + 1;
    }
    int start = at;
    while (start > 0 && at - start <= MOST_DIGITS && Texts.isDigitAt(text, start - 1)) {
      start--;
    }
    int end = IssuedKeys.end(text, at + 1, at + SECRET + 2);
    if (at - start < LEAST_DIGITS || at - start > MOST_DIGITS || end - at < SECRET - 2) {
      return at + 1;
    }
    scan.found(start, end, "TOKEN");
    return end;
  }
}
