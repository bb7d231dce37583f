package io.spanloom.weaver.report;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Text that others wrote, put so that Markdown shows it and does nothing else with it. */
final class Markdown {

  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]~$#]");
  private static final Pattern LIST_MARK = Pattern.compile("^(\\d*)([-+.)])");
  private static final Pattern WHITE = Pattern.compile("[\\s\\x85\\u2028\\u2029]+");

  private Markdown() {}

  /** Text on one line. */
  static String text(String text) {
    String escaped = SPECIAL.matcher(oneLine(text)).replaceAll("\\\\$0");
    escaped = LIST_MARK.matcher(escaped).replaceFirst("$1\\\\$2");
    return escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Code on one line. */
  static String code(String code) {
    String line = oneLine(code);
    String fence = "`".repeat(longestRun(line) + 1);
    String padding = line.startsWith("`") || line.endsWith("`") ? " " : "";
    return fence + padding + line + padding + fence;
  }

  /** A row of a table; a bar ends a cell even within code. */
  static String row(String... cells) {
    return Stream.of(cells)
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  /** Lines of code. */
  static String block(String language, String code) {
    String fence = "`".repeat(Math.max(3, longestRun(code) + 1));
    String end = code.endsWith("\n") ? "" : "\n";
    return fence + language + "\n" + code + end + fence + "\n";
  }

  private static String oneLine(String text) {
    return WHITE.matcher(text.strip()).replaceAll(" ");
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
