package io.spanloom.internal.content;

/**
 * Which characters suggest something. Letters and digits are frequent: they do so behind some
 * others only, which is looked up where one is found.
 */
final class Marks {

  /** Characters from here on are looked up by their lowest byte; most of them suggest nothing. */
  static final int NARROW = 256;

  /** The groups that a character is of. */
  private static final byte[] MARKS = new byte[NARROW];

  /** The groups of which a character behind it suggests something. */
  private static final byte[] FOLLOWING = new byte[NARROW];

  static {
    for (char character = 0; character < NARROW; character++) {
      boolean word = Texts.isWord(character);
      put(character, Escapes.of(character) > 0, 0, true);
      put(character, "@%:=<-_".indexOf(character) >= 0, 0, true);
      // The first digit of a number, or in a word.
      put(character, Texts.isDigit(character), 1, !Texts.isDigit(character));
      // The first letter of "bearer", "basic" and "by".
      put(character, "bB".indexOf(character) >= 0, 2, !word);
      // The letter of "password" and "pwd" that is rarest behind the one before it.
      put(character, "wW".indexOf(character) >= 0, 3, "sSpP".indexOf(character) >= 0);
      // The same of "eyJ", "AIza", "AKIA" and "SK", "ASIA".
      put(character, character == 'J', 4, character == 'y');
      put(character, character == 'z', 5, character == 'I');
      put(character, character == 'K', 6, character == 'A' || character == 'S');
      put(character, character == 'S', 7, character == 'A');
    }
  }

  private Marks() {}

  /** Notes whether a character is of a group, and whether it may stand before one of the group. */
  private static void put(char character, boolean is, int group, boolean before) {
    MARKS[character] |= (byte) (is ? 1 << group : 0);
    FOLLOWING[character] |= (byte) (before ? 1 << group : 0);
  }

  /** Where the next character is that suggests something, or the end. */
  static int next(CharSequence text, int from, int stop) {
    int at = nextMarked(text, from, stop);
    while (at < stop && !suggests(text, at)) {
      at = nextMarked(text, at + 1, stop);
    }
    return at;
  }

  private static int nextMarked(CharSequence text, int from, int stop) {
    int at = from;
    while (at < stop && MARKS[text.charAt(at) & 0xFF] == 0) {
      at++;
    }
    return at;
  }

  private static boolean suggests(CharSequence text, int at) {
    char character = text.charAt(at);
    if (character >= NARROW) {
      return isSign(character);
    }
    char before = at > 0 ? text.charAt(at - 1) : ' ';
    return before >= NARROW || (MARKS[character] & FOLLOWING[before]) != 0;
  }

  /** A colon or an equals sign as wide as the letters they stand between. */
  private static boolean isSign(char character) {
    return character == '\uFF1A' || character == '\uFF1D';
  }
}
