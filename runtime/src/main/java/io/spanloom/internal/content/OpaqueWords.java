package io.spanloom.internal.content;

import io.spanloom.internal.content.NearbyWords.Kind;

/**
 * Keys that start with letters and have no prefix with a hyphen or underscore: looks at each word
 * with a digit inside, once.
 */
final class OpaqueWords implements Detector {

  private static final int MOST_BEFORE = 48;
  private static final int AWS_SECRET = 40;

  @Override
  public int look(CharSequence text, int at, ScanState scan) {
    if (at < scan.noWordBefore) {
      return at + 1;
    }
    int start = at;
    while (start > 0 && at - start < MOST_BEFORE && isPart(text.charAt(start - 1))) {
      start--;
    }
    int end = at;
    boolean capital = false;
    while (end < text.length() && isPart(text.charAt(end))) {
      capital |= Texts.isUpper(text.charAt(end));
      end++;
    }
    scan.noWordBefore = end;
    if (isKey(text, start, end)) {
      int last = end;
      while (last < text.length() && (text.charAt(last) == '=' || isPart(text.charAt(last)))) {
        last++;
      }
      scan.found(start, last, "API_KEY");
      return last;
    }
    return capital ? cloudSecret(text, at, scan) : at + 1;
  }

  private static boolean isPart(char character) {
    return Texts.isWord(character) || character == '-' || character == '.';
  }

  private static boolean isKey(CharSequence text, int start, int end) {
    int length = end - start;
    if (length < 20) {
      return false;
    }
    return switch (text.charAt(start)) {
      case 'y' -> Texts.isAt(text, start, "ya29.");
      case 'd' ->
          Texts.isAt(text, start, "dapi") && length >= 36 && areHex(text, start + 4, start + 36);
      case 'S' -> Texts.isAt(text, start, "SG.") && length > 30;
      case 'h' -> Texts.isAt(text, start, "hvs.") || Texts.isAt(text, start, "hvb.");
      case 'E' -> isFacebooksOrEasyPosts(text, start, end);
      case 'o' -> length == 46 && Texts.isAt(text, start, "oy2");
      case 'A' ->
          Texts.isAt(text, start, "ATATT3")
              || Texts.isAt(text, start, "ATCTT3")
              || Texts.isAt(text, start, "AQ.A")
              || (Texts.isAt(text, start, "ATBB") && length == 36);
      case 'L' -> Texts.isAt(text, start, "LTAI") && areAlphanumeric(text, start, end);
      case 'p' ->
          Texts.isAt(text, start, "pat") && length > 70 && Texts.isAt(text, start + 17, '.');
      case 'M', 'N', 'O' -> isDiscords(text, start, end);
      default -> false;
    };
  }

  private static boolean isFacebooksOrEasyPosts(CharSequence text, int start, int end) {
    boolean prefix =
        Texts.isAt(text, start, "EAA")
            || Texts.isAt(text, start, "EZAK")
            || Texts.isAt(text, start, "EZTK");
    return prefix && end - start > 30 && areAlphanumeric(text, start, end);
  }

  /** The bot's number, the time and a signature, in base64url. */
  private static boolean isDiscords(CharSequence text, int start, int end) {
    int first = start;
    while (first - start < 30 && first < end && text.charAt(first) != '.') {
      first++;
    }
    int number = first - start;
    int second = Texts.isAt(text, first + 7, '.') ? first + 7 : -1;
    return number >= 23 && number <= 28 && second > 0 && end - second > 26;
  }

  private static boolean areHex(CharSequence text, int start, int end) {
    for (int at = start; at < end; at++) {
      if (!Texts.isHex(text.charAt(at))) {
        return false;
      }
    }
    return true;
  }

  private static boolean areAlphanumeric(CharSequence text, int start, int end) {
    int last = Math.min(end, start + 64);
    for (int at = start; at < last; at++) {
      if (!Texts.isAlphanumeric(text.charAt(at))) {
        return false;
      }
    }
    return true;
  }

  /** AWS's secret access keys look like any forty characters in base64: a word must say so. */
  private static int cloudSecret(CharSequence text, int at, ScanState scan) {
    int start = at;
    while (start > 0 && at - start <= AWS_SECRET && isBase64(text.charAt(start - 1))) {
      start--;
    }
    int end = at;
    while (end - start <= AWS_SECRET && end < text.length() && isBase64(text.charAt(end))) {
      end++;
    }
    if (end - start != AWS_SECRET
        || areHex(text, start, end)
        || !NearbyWords.say(Kind.CLOUD, text, start)) {
      return at + 1;
    }
    scan.found(start, end, "SECRET");
    return end;
  }

  private static boolean isBase64(char character) {
    return Texts.isAlphanumeric(character) || character == '/' || character == '+';
  }
}
