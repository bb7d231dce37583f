package io.spanloom.processor.write;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A line of code that became two.
 *
 * @param first the first line
 * @param rest the second one, without its indentation
 */
record BrokenLine(String first, String rest) {

  /** A break must gain something. */
  private static final int SHORTEST = 10;

  /**
   * Breaks a line between tokens with a blank, else within a string, else between the parts of a
   * name.
   *
   * @param width how long the first line may be; it is longer where there is no place before
   * @return null if there is no place at all
   */
  static @Nullable BrokenLine of(String line, int width) {
    int from = line.length() - line.stripLeading().length() + SHORTEST;
    boolean[] quoted = quoted(line);
    IntPredicate blank = at -> !quoted[at] && isBlank(line, at);
    IntPredicate dot = at -> !quoted[at] && isBetweenNames(line, at);
    int end = last(from, width, blank);
    if (end > 0) {
      return between(line, end);
    }
    end = withinString(line, quoted, from, width);
    if (end > 0) {
      return new BrokenLine(line.substring(0, end) + '"', "+ \"" + line.substring(end));
    }
    end = last(from, width, dot);
    end = end > 0 ? end : first(width, line.length(), blank.or(dot));
    return end > 0 ? between(line, end) : null;
  }

  private static BrokenLine between(String line, int end) {
    return new BrokenLine(line.substring(0, end).stripTrailing(), line.substring(end));
  }

  /** Which characters a break before them would part from their string. */
  private static boolean[] quoted(String line) {
    boolean[] quoted = new boolean[line.length()];
    boolean inside = false;
    for (int i = 0; i < line.length(); i++) {
      quoted[i] = inside;
      if (inside && line.charAt(i) == '\\') {
        i++;
        quoted[i] = true;
      } else if (line.charAt(i) == '"') {
        inside = !inside;
      }
    }
    return quoted;
  }

  /** Operators stand at the start of a line, except the assignment. */
  private static boolean isBlank(String line, int at) {
    return line.charAt(at - 1) == ' ' && line.charAt(at - 2) != '+';
  }

  private static boolean isBetweenNames(String line, int at) {
    return line.charAt(at - 1) == '(' || line.charAt(at) == '.' || line.startsWith("::", at);
  }

  private static int withinString(String line, boolean[] quoted, int from, int width) {
    IntPredicate whole = at -> quoted[at] && isWhole(line, at);
    int blank = last(from, width - 1, whole.and(at -> line.charAt(at) == ' '));
    int comma = last(from, width - 1, whole.and(at -> ",.".indexOf(line.charAt(at - 1)) >= 0));
    return blank > 0 ? blank : comma > 0 ? comma : last(from, width - 1, whole);
  }

  /** Whether neither an escape nor a character of two parts is split before a place. */
  private static boolean isWhole(String line, int at) {
    int escapes = 0;
    while (line.charAt(at - 1 - escapes) == '\\') {
      escapes++;
    }
    int unicode = line.lastIndexOf("\\u", at);
    return escapes % 2 == 0
        && line.charAt(at - 1) != '"'
        && !Character.isLowSurrogate(line.charAt(at))
        && (unicode < 0 || at - unicode > "\\u0000".length() - 1);
  }

  private static int last(int from, int to, IntPredicate place) {
    for (int at = to; at > from; at--) {
      if (place.test(at)) {
        return at;
      }
    }
    return -1;
  }

  private static int first(int from, int to, IntPredicate place) {
    return IntStream.range(from, to).filter(place).findFirst().orElse(-1);
  }
}
