package io.spanloom.internal.content;

/** What a run of characters looks like: a word, a name in code, or what a machine made. */
final class Look {

  private static final int SHORTEST_PASSWORD = 4;
  private static final int SHORTEST_NUMBER = 6;
  private static final int SHORTEST_SECRET = 8;
  private static final int LONG_SECRET = 16;

  int digits;
  private int length;
  private int letters;
  private int capitals;

  /** Small letters before capital ones, as in {@code userPassword}, and the like. */
  private int humps;

  /** Hyphens and underscores. */
  private int joints;

  private int dots;

  private int symbols;
  private boolean secretName;

  private Look() {}

  static Look at(CharSequence text, int start, int end) {
    Look look = new Look();
    look.length = end - start;
    char before = ' ';
    for (int at = start; at < end; at++) {
      char character = text.charAt(at);
      look.add(character, before);
      before = character;
    }
    look.secretName = SecretNames.of(text, end) != null;
    return look;
  }

  private void add(char character, char before) {
    if (Texts.isDigit(character)) {
      digits++;
    } else if (Texts.isLetter(character) || Character.isLetter(character)) {
      letters++;
      capitals += Character.isUpperCase(character) ? 1 : 0;
      humps += Texts.isUpper(character) && Character.isLowerCase(before) ? 1 : 0;
    } else if (character == '.') {
      dots++;
    } else if (character == '-' || character == '_') {
      joints++;
    } else {
      symbols++;
    }
  }

  /** A variable or a member: names in code that end in the name of a secret, or have dots. */
  boolean isReference() {
    return symbols == 0 && digits == 0 && dots + joints + humps > 0 && secretName;
  }

  /** Letters and digits, long enough for a key. */
  boolean isOpaque() {
    boolean mixed = digits > 0 && letters > 0 && length >= SHORTEST_SECRET;
    boolean random =
        letters > 0 && capitals > 1 && humps > 1 && length >= LONG_SECRET && dots + joints < 2;
    return mixed || random;
  }

  /** What people choose where a rule demands mixed characters. */
  boolean isPassword() {
    return (digits > 0 && letters > 0 && length >= SHORTEST_PASSWORD)
        || (digits > 0 && length >= SHORTEST_NUMBER && dots + joints == 0)
        || (symbols > 0 && letters > 0 && length >= SHORTEST_NUMBER);
  }

  /** Letters alone, perhaps with hyphens. */
  boolean isWordOf(int least) {
    return digits == 0 && letters >= least && symbols == 0 && dots == 0;
  }
}
