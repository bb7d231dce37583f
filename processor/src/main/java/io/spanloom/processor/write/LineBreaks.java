package io.spanloom.processor.write;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks lines that no one would write: names of users' classes and methods can make any line of
 * generated code too long. A name itself stays whole.
 */
final class LineBreaks {

  /** What a line may have. */
  private static final int LONGEST = 120;

  /** What the lines have that a longer one is broken into. */
  private static final int WIDTH = 100;

  private static final String TEXT_BLOCK = "\"\"\"";

  private final List<String> lines = new ArrayList<>();

  private LineBreaks() {}

  static String in(String source) {
    LineBreaks breaks = new LineBreaks();
    boolean inText = false;
    for (String line : source.split("\n", -1)) {
      boolean textStartsOrEnds = line.contains(TEXT_BLOCK);
      if (inText || textStartsOrEnds) {
        breaks.lines.add(line);
      } else {
        breaks.add(line);
      }
      inText ^= textStartsOrEnds;
    }
    return String.join("\n", breaks.lines);
  }

  private void add(String line) {
    String indent = line.substring(0, line.length() - line.stripLeading().length());
    if (line.length() <= LONGEST) {
      lines.add(line);
    } else if (line.startsWith("* ", indent.length())) {
      addComment(line, indent + "* ");
    } else {
      addCode(line, indent + (line.startsWith("+ ", indent.length()) ? "" : "    "));
    }
  }

  private void addComment(String line, String start) {
    String rest = line;
    while (rest.length() > WIDTH) {
      int end = endOfWords(rest, start.length());
      if (end < 0) {
        break;
      }
      lines.add(rest.substring(0, end).stripTrailing());
      rest = start + rest.substring(end).stripLeading();
    }
    lines.add(rest);
  }

  private static int endOfWords(String line, int start) {
    int blank = line.lastIndexOf(' ', WIDTH);
    if (blank > start && !line.substring(start, blank).equals("{@code")) {
      return blank;
    }
    int dot = line.lastIndexOf('.', WIDTH - 1);
    return dot > start ? dot + 1 : line.indexOf(' ', WIDTH);
  }

  private void addCode(String line, String indent) {
    String rest = line;
    while (rest.length() > WIDTH) {
      BrokenLine broken = BrokenLine.of(rest, WIDTH);
      if (broken == null) {
        break;
      }
      lines.add(broken.first());
      rest = indent + broken.rest();
    }
    lines.add(rest);
  }
}
