package io.spanloom.example.rag.script;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The parts of a passage that can be quoted. */
final class Markdown {

  private static final Pattern CODE = Pattern.compile("(?m)^```.*\n((?s:.*?))^```$\n?");
  private static final Pattern LINK = Pattern.compile("!?\\[([^\\]]*)]\\([^)]*\\)");
  private static final Pattern TABLE_RULE = Pattern.compile("\\|[-|: ]+\\|?");
  private static final Pattern LIST_MARK = Pattern.compile("^(?:[-*]|\\d+\\.) +");

  private Markdown() {}

  /** Sentences, list items and table rows, as text. */
  static List<String> statements(String markdown) {
    List<String> statements = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    List<String> columns = List.of();
    for (String line : CODE.matcher(markdown).replaceAll("\n\n").lines().toList()) {
      String text = LINK.matcher(line.strip()).replaceAll("$1");
      boolean row = text.startsWith("|");
      if (row || text.isEmpty() || LIST_MARK.matcher(text).find()) {
        addSentences(statements, paragraph);
      }
      if (!row) {
        columns = List.of();
        paragraph.append(LIST_MARK.matcher(text).replaceFirst("")).append(' ');
      } else if (columns.isEmpty()) {
        columns = cells(text);
      } else if (!TABLE_RULE.matcher(text).matches()) {
        statements.add(row(columns, cells(text)));
      }
    }
    addSentences(statements, paragraph);
    return statements;
  }

  /** The blocks of code. */
  static List<String> code(String markdown) {
    return CODE.matcher(markdown).results().map(it -> it.group(1).stripTrailing()).toList();
  }

  private static List<String> cells(String row) {
    String inner = row.substring(1).replaceFirst("\\|$", "");
    return Arrays.stream(inner.split("(?<!\\\\)\\|", -1)).map(String::strip).toList();
  }

  /** Each cell after the name of its column. */
  private static String row(List<String> columns, List<String> cells) {
    List<String> named = new ArrayList<>();
    for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
      String column = columns.get(i);
      if (!cells.get(i).isEmpty()) {
        named.add(column.isEmpty() ? cells.get(i) : column + ": " + cells.get(i));
      }
    }
    return String.join("; ", named);
  }

  private static void addSentences(List<String> statements, StringBuilder paragraph) {
    String text = paragraph.toString().strip();
    paragraph.setLength(0);
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    sentences.setText(text);
    int from = 0;
    for (int to = sentences.next(); to != BreakIterator.DONE; to = sentences.next()) {
      String sentence = text.substring(from, to).strip();
      if (!sentence.isEmpty()) {
        statements.add(sentence);
      }
      from = to;
    }
  }
}
