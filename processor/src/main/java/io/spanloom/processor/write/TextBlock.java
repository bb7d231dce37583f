package io.spanloom.processor.write;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes a text as a text block whose lines are joined by the compiler. JSON breaks between its
 * members, the outer ones first.
 */
final class TextBlock {

  private static final String QUOTES = "\"\"\"";

  /** How many characters of the text a line has, before those that need an escape grow. */
  private static final int LINE = 80;

  /** A blank within a string of JSON is a worse place than any comma. */
  private static final int WITHIN_STRING = 1_000;

  private final String text;

  /** What it costs to break the line after each character. */
  private final int[] costs;

  private TextBlock(String text) {
    this.text = text;
    this.costs = costs(text);
  }

  static String of(String text) {
    StringBuilder code = new StringBuilder(QUOTES).append('\n');
    for (String line : new TextBlock(text).lines()) {
      code.append(escaped(line)).append("\\\n");
    }
    return code.append(QUOTES).toString();
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = end(start);
      lines.add(text.substring(start, end));
      start = end;
    }
    return lines;
  }

  private int end(int start) {
    int limit = limit(start);
    if (limit == text.length()) {
      return limit;
    }
    int best = limit;
    for (int end = limit; end > start; end--) {
      if (costs[end - 1] < (best == limit ? Integer.MAX_VALUE : costs[best - 1])) {
        best = end;
      }
    }
    return Character.isLowSurrogate(text.charAt(best)) ? best - 1 : best;
  }

  /** How far a line reaches if nothing breaks it before. */
  private int limit(int start) {
    int width = 0;
    int end = start;
    while (end < text.length()) {
      width += width(text.charAt(end));
      if (width > LINE && end > start) {
        break;
      }
      end++;
    }
    return end;
  }

  private static int[] costs(String text) {
    int[] costs = new int[text.length()];
    int depth = 0;
    boolean quoted = false;
    boolean escaped = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' && !escaped) {
        quoted = !quoted;
      }
      escaped = c == '\\' && !escaped;
      if (!quoted && (c == '{' || c == '[')) {
        depth++;
      } else if (!quoted && (c == '}' || c == ']')) {
        depth--;
      }
      costs[i] = cost(c, quoted, depth);
    }
    return costs;
  }

  private static int cost(char c, boolean quoted, int depth) {
    if (c == ',' && !quoted) {
      return depth;
    }
    return c == ' ' ? WITHIN_STRING : Integer.MAX_VALUE;
  }

  private static int width(char c) {
    return Character.isISOControl(c) ? 4 : c == '\\' ? 2 : 1;
  }

  private static String escaped(String line) {
    StringBuilder code = new StringBuilder();
    int quotes = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      quotes = c == '"' ? quotes + 1 : 0;
      if (c == '\\' || quotes == QUOTES.length()) {
        code.append('\\').append(c);
        quotes = 0;
      } else if (c == '\n') {
        code.append("\\n");
      } else if (Character.isISOControl(c)) {
        code.append("\\%03o".formatted((int) c));
      } else {
        code.append(c);
      }
    }
    return code.toString();
  }
}
