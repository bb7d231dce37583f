package io.spanloom.internal.toolcall;

/** Keys for maps that remember texts of the program's: identifiers that may be of any length. */
public final class LongText {

  /** Longer than identifiers are. */
  private static final int MAX_LENGTH = 512;

  private static final int TEXT = 7;

  private LongText() {}

  /** The text itself, or its digest in place of a long one. */
  public static Object key(String text) {
    return text.length() <= MAX_LENGTH ? text : new KeyedHash().of(TEXT, text);
  }
}
