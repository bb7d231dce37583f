package io.spanloom.internal.content;

/**
 * Digits in groups, as people write numbers: read once, then judged by their lengths and by what
 * separates them. Used for one number after the other.
 */
final class DigitGroups {

  static final int MOST_DIGITS = 19;
  private static final int MOST_GROUPS = 8;
  private static final int LONGEST_SEPARATOR = 4;
  private static final char NONE = 0;

  private final int[] starts = new int[MOST_GROUPS];
  private final int[] ends = new int[MOST_GROUPS];
  private final int[] totals = new int[MOST_GROUPS + 1];

  /** What stands before each group: one of {@code " -./()"}. */
  private final char[] separators = new char[MOST_GROUPS];

  private CharSequence text = "";
  private int count;
  private char separator;

  /** Reads the groups from a digit, or from the parenthesis before one. */
  void read(CharSequence from, int at) {
    text = from;
    count = 0;
    separator = Texts.isAt(from, at, '(') ? '(' : NONE;
    int next = separator == NONE ? at : at + 1;
    while (next >= 0 && count < MOST_GROUPS) {
      next = add(next) ? next(ends[count - 1]) : -1;
    }
  }

  /** Whether groups of exactly these lengths are the first. */
  boolean are(int... lengths) {
    if (lengths.length > count) {
      return false;
    }
    for (int i = 0; i < lengths.length; i++) {
      if (length(i) != lengths[i]) {
        return false;
      }
    }
    return true;
  }

  int count() {
    return count;
  }

  /** Whether no group was left out for there are so many. */
  boolean isWhole() {
    return count < MOST_GROUPS;
  }

  int length(int group) {
    return ends[group] - starts[group];
  }

  /** How many digits the first groups have together. */
  int total(int groups) {
    return totals[groups];
  }

  /** Where the first groups end. */
  int end(int groups) {
    return ends[groups - 1];
  }

  char separator(int group) {
    return separators[group];
  }

  char digit(int group, int index) {
    return text.charAt(starts[group] + index);
  }

  /** A group as a number, of up to nine digits. */
  int value(int group) {
    int value = 0;
    for (int at = starts[group]; at < ends[group]; at++) {
      value = value * 10 + text.charAt(at) - '0';
    }
    return value;
  }

  private boolean add(int at) {
    int end = at;
    int most = at + MOST_DIGITS - totals[count];
    while (end <= most && Texts.isDigitAt(text, end)) {
      end++;
    }
    if (end == at || end > most) {
      return false;
    }
    starts[count] = at;
    ends[count] = end;
    separators[count] = separator;
    count++;
    totals[count] = totals[count - 1] + end - at;
    return true;
  }

  /** Where the next group starts behind what separates it, or -1. */
  private int next(int end) {
    separator = NONE;
    int spaces = 0;
    for (int at = end; at <= end + LONGEST_SEPARATOR && at < text.length(); at++) {
      char character = text.charAt(at);
      if (Texts.isDigit(character)) {
        return separator == NONE ? -1 : at;
      }
      if (Texts.isSpace(character)) {
        spaces++;
        separator = separator == NONE ? ' ' : separator;
        if (spaces > 2 || separator == '.' || separator == '(') {
          return -1;
        }
      } else if (!joins(character)) {
        return -1;
      }
    }
    return -1;
  }

  private boolean joins(char character) {
    boolean first = separator == NONE || separator == ' ';
    if (character == '(' && (first || separator == '-')) {
      separator = '(';
    } else if (Texts.isHyphen(character) && (first || separator == ')')) {
      separator = first ? '-' : ')';
    } else if (character == '/' && first) {
      separator = '/';
    } else if (character == '.' && separator == NONE) {
      separator = character;
    } else if (character == ')' && separator == NONE && separators[count - 1] == '(') {
      separator = character;
    } else {
      return false;
    }
    return true;
  }
}
