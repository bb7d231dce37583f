package io.spanloom.processor.write;

import java.util.Locale;
import java.util.regex.Pattern;

/** Turns names of methods, tools and attributes into names of members of generated classes. */
final class ConstantCase {

  /** Leaves room on a line for modifiers, a type and what is added to a name. */
  private static final int LONGEST = 64;

  private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{Nd}]+");
  private static final Pattern ENDS = Pattern.compile("^_|_$");
  private static final Pattern BETWEEN_WORDS =
      Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|(?<=[\\p{Lu}\\p{Nd}])(?=\\p{Lu}\\p{Ll})");

  private ConstantCase() {}

  /**
   * Letters and digits in upper case, with one underscore between words and for everything else:
   * {@code findBook}, {@code find-book} and {@code find_book} are {@code FIND_BOOK}. An identifier
   * never starts with a digit. Without letters and digits it is empty.
   */
  static String of(String name) {
    String words = BETWEEN_WORDS.matcher(name).replaceAll("_");
    String text = ENDS.matcher(OTHERS.matcher(words).replaceAll("_")).replaceAll("");
    String constant = text.toUpperCase(Locale.ROOT);
    return !constant.isEmpty() && Character.isDigit(constant.codePointAt(0))
        ? "_" + constant
        : constant;
  }

  /** The name, or its start and a hash of all of it where it does not fit on a line. */
  static String fitting(String name) {
    if (name.length() <= LONGEST) {
      return name;
    }
    int end = LONGEST - 9;
    int start = Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end;
    return name.substring(0, start) + "_" + hash(name);
  }

  /** Eight digits that a name alone decides, on every machine. */
  static String hash(String name) {
    return "%08X".formatted(name.hashCode());
  }
}
