package io.spanloom.internal.content;

import org.jspecify.annotations.Nullable;

/**
 * One pass over a text. Most characters suggest nothing, by themselves or by what is before them;
 * the others have a detector look around them, or are escaped in JSON. Used for one text after the
 * other.
 */
final class Scan {

  /** What may reach over the bound is recognized still: a local part of an address, a number. */
  private static final int OVERLAP = 512;

  private static final byte NUMBER = 1;
  private static final byte RARE = 2;
  private static final byte COLON = 3;
  private static final byte KEY = 4;
  private static final byte ESCAPED = 5;
  private static final byte SECRET = 6;

  /** Which detector a character is for. */
  private static final byte[] KINDS = new byte[Marks.NARROW];

  private static final Detector NUMBERS = new NumberDetector();
  private static final Detector EMAILS = new EmailDetector();
  private static final Detector ADDRESSES = new Ipv6Detector();
  private static final Detector KEYS = new KeyDetector();
  private static final Detector SECRETS = new SecretDetector();

  static {
    for (char character = 0; character < KINDS.length; character++) {
      KINDS[character] = Escapes.of(character) > 0 ? ESCAPED : 0;
    }
    sort("0123456789", NUMBER);
    sort("@%", RARE);
    sort(":", COLON);
    sort("=<", SECRET);
    sort("-_bBJKSzwW", KEY);
  }

  private final @Nullable Escapes escapes;
  private final ScanState state = new ScanState();

  Scan() {
    this(null);
  }

  /** A scan that also tells what JSON escapes of a text as it is shown. */
  Scan(@Nullable Escapes escapes) {
    this.escapes = escapes;
  }

  private static void sort(String characters, byte kind) {
    characters.chars().forEach(character -> KINDS[character] = kind);
  }

  /** The text's first characters with all that is found replaced. */
  String shown(String text, int maxLength) {
    Findings found = of(text, maxLength);
    if (found == null && text.length() <= maxLength) {
      return text;
    }
    String shown = found == null ? Texts.cut(text, maxLength) : found.replaceIn(text, maxLength);
    if (escapes != null) {
      escapes.addAll(shown);
    }
    return shown;
  }

  /** What is found among the characters that the first {@code maxLength} shown ones stand for. */
  @Nullable Findings of(CharSequence text, int maxLength) {
    reset();
    long limit = (long) maxLength + OVERLAP;
    int stop = stop(text, limit);
    int at = Marks.next(text, 0, stop);
    while (at < stop) {
      at = look(text, at);
      stop = stop(text, limit + state.removed());
      at = Marks.next(text, at, stop);
    }
    return state.findings();
  }

  private void reset() {
    state.reset();
    if (escapes != null) {
      escapes.clear();
    }
  }

  /** Each detector by its name: calls that the compiler can tell apart cost next to nothing. */
  private int look(CharSequence text, int at) {
    char character = text.charAt(at);
    return switch (character < KINDS.length ? KINDS[character] : RARE) {
      case NUMBER -> NUMBERS.look(text, at, state);
      case KEY -> KEYS.look(text, at, state);
      case COLON -> colon(text, at);
      case SECRET -> SECRETS.look(text, at, state);
      case ESCAPED -> escaped(text, at, character);
      case RARE -> rare(text, at, character);
      default -> at + 1;
    };
  }

  private int escaped(CharSequence text, int at, char character) {
    if (escapes != null) {
      escapes.add(character, at);
    }
    return character == '\\' ? EMAILS.look(text, at, state) : at + 1;
  }

  private int rare(CharSequence text, int at, char character) {
    return switch (character) {
      case '@' -> EMAILS.look(text, at, state);
      case '%' -> {
        int next = EMAILS.look(text, at, state);
        yield next == at + 1 ? SECRETS.look(text, at, state) : next;
      }
      default -> SECRETS.look(text, at, state); // a wide sign
    };
  }

  private int colon(CharSequence text, int at) {
    if (Texts.isAt(text, at + 1, "//")) {
      return Urls.look(text, at, state);
    }
    int next = Ipv6Detector.mayBe(text, at) ? ADDRESSES.look(text, at, state) : at + 1;
    next = next == at + 1 ? SECRETS.look(text, at, state) : next;
    return next == at + 1 ? BotTokens.look(text, at, state) : next;
  }

  private static int stop(CharSequence text, long limit) {
    return (int) Math.min(text.length(), limit);
  }
}
