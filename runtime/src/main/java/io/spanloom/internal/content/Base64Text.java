package io.spanloom.internal.content;

/**
 * Data in base64, or what reads like it: written whole or not at all, for half of it is of no use,
 * and not redacted, for it tells nothing to who reads it as text.
 *
 * @param text the data
 */
public record Base64Text(String text) {

  /** Whether a text has only the characters of base64, by either of its alphabets. */
  public static boolean isBase64(String text) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (!Texts.isAlphanumeric(character) && "+/=-_".indexOf(character) < 0) {
        return false;
      }
    }
    return true;
  }
}
