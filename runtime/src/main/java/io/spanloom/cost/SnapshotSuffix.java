package io.spanloom.cost;

import java.util.Set;

/**
 * What may follow a model's name without making it another model: a date, a revision, a stage.
 *
 * <p>{@code gpt-x-2026-01-31}, {@code gpt-x@20260131}, {@code gpt-x-0131}, {@code gpt-x-001},
 * {@code gpt-x-v1:0}, {@code gpt-x-latest}, {@code gpt-x-preview-05-20}. Words that it does not
 * know, and numbers that may be a version, make another model: {@code gpt-x-mini}, {@code gpt-x-1}.
 * One pass over the text.
 */
final class SnapshotSuffix {

  private static final Set<String> STAGES = Set.of("latest", "default", "preview", "exp");

  private SnapshotSuffix() {}

  /** Whether all from an index on is such a suffix; a number that is cut there is seen as one. */
  static boolean follows(String name, int from) {
    int at = from;
    while (at > 0 && at < name.length() && isDigit(name, at) && isDigit(name, at - 1)) {
      at--;
    }
    boolean separated = at > 0 && isSeparator(name.charAt(at - 1));
    char separator = separated ? name.charAt(at - 1) : '-';
    while (at < name.length()) {
      if (!separated) {
        separator = name.charAt(at);
        if (!isSeparator(separator)) {
          return false;
        }
        at++;
      }
      separated = false;
      at = partEnd(name, at, separator);
      if (at < 0) {
        return false;
      }
    }
    return true;
  }

  /** Where a part ends that begins at an index, or -1 if it is of another sort. */
  private static int partEnd(String name, int at, char separator) {
    int end = wordEnd(name, at);
    if (!isNumber(name, at, end)) {
      String word = name.substring(at, end);
      boolean revision =
          end - at >= 2 && end - at <= 3 && word.charAt(0) == 'v' && isNumber(name, at + 1, end);
      return revision || STAGES.contains(word) ? end : -1;
    }
    int digits = end - at;
    if (separator == ':') {
      return digits <= 2 ? end : -1;
    }
    int second = numberAfterHyphen(name, end);
    if (digits == 4 && name.startsWith("20", at) && second == end + 3) {
      int third = numberAfterHyphen(name, second);
      if (third == second + 3) {
        return third; // 2026-01-31
      }
    }
    if (digits == 2) { // 01-31 or 01-2026
      return second == end + 3 || second == end + 5 ? second : -1;
    }
    boolean date = digits == 8 && name.startsWith("20", at); // 20260131
    return date || digits == 3 || digits == 4 || digits == 6 ? end : -1;
  }

  private static int numberAfterHyphen(String name, int at) {
    if (at >= name.length() || name.charAt(at) != '-') {
      return -1;
    }
    int end = wordEnd(name, at + 1);
    return isNumber(name, at + 1, end) ? end : -1;
  }

  private static int wordEnd(String name, int from) {
    int end = from;
    while (end < name.length() && !isSeparator(name.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isNumber(String name, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isDigit(name, i)) {
        return false;
      }
    }
    return from < to;
  }

  private static boolean isDigit(String name, int index) {
    return name.charAt(index) >= '0' && name.charAt(index) <= '9';
  }

  private static boolean isSeparator(char character) {
    return character == '-' || character == '@' || character == ':';
  }
}
