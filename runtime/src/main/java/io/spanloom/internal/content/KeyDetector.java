package io.spanloom.internal.content;

/**
 * What opens doors: bearer tokens, JSON Web Tokens (RFC 7519), and API keys that can be told by the
 * prefix their issuer gives them.
 */
final class KeyDetector implements Detector {

  /** The characters of prefixes that are rarest in prose. */
  static final String MARKS = "bBJ-_KSz";

  private static final int SHORTEST_TOKEN = 8;
  private static final int LONG_TOKEN = 24;
  private static final int LONGEST_PREFIX = 6;
  private static final int LONG_PART = 16;
  private static final int LONG_KEY = 40;
  private static final int SLACK_KEY = 16;
  private static final int AWS_KEY = 20;
  private static final int GOOGLE_KEY = 39;

  @Override
  public int look(CharSequence text, int at, ScanState scan) {
    return switch (text.charAt(at)) {
      case 'b', 'B' -> bearer(text, at, scan);
      case 'J' -> jsonWebToken(text, at, scan);
      case '-', '_' -> separated(text, at, scan);
      default -> cloudKey(text, at, scan);
    };
  }

  private static int bearer(CharSequence text, int at, ScanState scan) {
    int start = at + "bearer".length();
    if (!Texts.startsWord(text, at) || !Texts.isAtIgnoringCase(text, at, "bearer")) {
      return at + 1;
    }
    int token = start;
    while (Texts.isAt(text, token, ' ') || Texts.isAt(text, token, '\t')) {
      token++;
    }
    if (token == start) {
      return start; // the characters of a token may spell "bearer" again: read on from there
    }
    int end = token;
    boolean digit = false;
    while (end < text.length() && isTokenPart(text.charAt(end))) {
      digit |= Texts.isDigit(text.charAt(end));
      end++;
    }
    boolean opaque = digit || Texts.isAt(text, end, '=') || end - token >= LONG_TOKEN;
    if (end - token < SHORTEST_TOKEN || !opaque) {
      return start;
    }
    while (Texts.isAt(text, end, '=')) {
      end++;
    }
    scan.found(at, end, "TOKEN");
    return end;
  }

  /** Three parts in base64url, the first of which starts a JSON object. */
  private static int jsonWebToken(CharSequence text, int at, ScanState scan) {
    int start = at - 2;
    if (at < scan.noWebTokenBefore
        || !Texts.isAt(text, start, "eyJ")
        || !Texts.startsWord(text, start)) {
      return at + 1;
    }
    int header = keyEnd(text, start, text.length());
    int payload = Texts.isAt(text, header, '.') ? keyEnd(text, header + 1, text.length()) : header;
    if (header - start < SHORTEST_TOKEN + 3 || payload - header <= SHORTEST_TOKEN) {
      scan.noWebTokenBefore = header;
      return at + 1;
    }
    int end = Texts.isAt(text, payload, '.') ? keyEnd(text, payload + 1, text.length()) : payload;
    scan.found(start, end, "JWT");
    return end;
  }

  /** Prefixes that end in a hyphen or underscore. */
  private static int separated(CharSequence text, int at, ScanState scan) {
    int start = at;
    while (start > 0
        && at - start <= LONGEST_PREFIX
        && Texts.isAlphanumeric(text.charAt(start - 1))) {
      start--;
    }
    if (start == at || !Texts.startsWord(text, start) || !isIssuersPrefix(text, start, at)) {
      return at + 1;
    }
    int seen = keyEnd(text, at + 1, at + 1 + LONG_KEY);
    if (!isRandom(text, at + 1, seen) && !isSlacks(text, start, seen)) {
      return at + 1;
    }
    int end = keyEnd(text, at + 1, text.length());
    scan.found(start, end, "API_KEY");
    return end;
  }

  /** OpenAI and Anthropic; Stripe; GitHub, GitLab, Slack, Hugging Face, npm. */
  private static boolean isIssuersPrefix(CharSequence text, int start, int end) {
    boolean hyphen = text.charAt(end) == '-';
    return switch (end - start) {
      case 2 ->
          (Texts.isAt(text, start, "sk") && (hyphen || isStripes(text, end)))
              || ((Texts.isAt(text, start, "pk") || Texts.isAt(text, start, "rk"))
                  && isStripes(text, end))
              || (Texts.isAt(text, start, "hf") && !hyphen);
      case 3 ->
          !hyphen
              && (Texts.isAt(text, start, "npm")
                  || (Texts.isAt(text, start, "gh")
                      && "pousr".indexOf(text.charAt(start + 2)) >= 0));
      case 4 ->
          hyphen && Texts.isAt(text, start, "xox") && "abprs".indexOf(text.charAt(start + 3)) >= 0;
      case 5 -> hyphen && Texts.isAt(text, start, "glpat");
      case 6 -> Texts.isAt(text, start, "github") && Texts.isAt(text, end, "_pat_");
      default -> false;
    };
  }

  /** Numbers in short parts; nothing else starts like them. */
  private static boolean isSlacks(CharSequence text, int start, int end) {
    return Texts.isAt(text, start, "xox")
        && end - start >= SLACK_KEY
        && Texts.isDigitAt(text, start + "xoxb-".length());
  }

  private static boolean isStripes(CharSequence text, int end) {
    return Texts.isAt(text, end, "_live_") || Texts.isAt(text, end, "_test_");
  }

  /** Identifiers of AWS access keys; keys of Google's APIs. */
  private static int cloudKey(CharSequence text, int at, ScanState scan) {
    int start = text.charAt(at) == 'z' ? at - 2 : at - 1;
    boolean aws = Texts.isAt(text, start, "AKIA") || Texts.isAt(text, start, "ASIA");
    boolean google = Texts.isAt(text, start, "AIza");
    if (!(aws || google) || !Texts.startsWord(text, start)) {
      return at + 1;
    }
    int length = keyEnd(text, start, start + GOOGLE_KEY) - start;
    boolean isKey =
        aws ? length == AWS_KEY && isUpperCase(text, start, start + length) : length == GOOGLE_KEY;
    if (!isKey) {
      return at + 1;
    }
    scan.found(start, start + length, "API_KEY");
    return start + length;
  }

  private static boolean isUpperCase(CharSequence text, int start, int end) {
    for (int at = start; at < end; at++) {
      if (!Texts.isUpper(text.charAt(at)) && !Texts.isDigit(text.charAt(at))) {
        return false;
      }
    }
    return true;
  }

  /** Names have short parts, as {@code sk-some-feature-of-ours}; keys have long ones. */
  private static boolean isRandom(CharSequence text, int start, int end) {
    int part = 0;
    boolean digit = false;
    for (int at = start; at < end; at++) {
      char character = text.charAt(at);
      part = Texts.isAlphanumeric(character) ? part + 1 : 0;
      digit |= Texts.isDigit(character);
      if (part >= LONG_PART) {
        return true;
      }
    }
    return digit && end - start >= LONG_KEY;
  }

  /** Where letters, digits, hyphens and underscores end, at the limit at the latest. */
  private static int keyEnd(CharSequence text, int from, int limit) {
    int end = from;
    int last = Math.min(limit, text.length());
    while (end < last && (Texts.isWord(text.charAt(end)) || text.charAt(end) == '-')) {
      end++;
    }
    return end;
  }

  private static boolean isTokenPart(char character) {
    return Texts.isWord(character) || ".~+/-".indexOf(character) >= 0;
  }
}
