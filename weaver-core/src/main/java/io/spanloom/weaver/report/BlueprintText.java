package io.spanloom.weaver.report;

import io.spanloom.weaver.blueprint.Blueprint;
import io.spanloom.weaver.blueprint.Branch;
import io.spanloom.weaver.blueprint.Branch.Shown;
import io.spanloom.weaver.blueprint.SpanEdge.Via;
import io.spanloom.weaver.blueprint.ToolCallIdSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** A blueprint as text for a terminal: the tree of spans that the code can produce. */
public final class BlueprintText {

  private final Blueprint blueprint;
  private final Glyphs glyphs;
  private final List<Row> rows = new ArrayList<>();

  private BlueprintText(Blueprint blueprint, Glyphs glyphs) {
    this.blueprint = blueprint;
    this.glyphs = glyphs;
  }

  /** Renders lines, each ending in a line feed. */
  public static String render(Blueprint blueprint, Glyphs glyphs) {
    return new BlueprintText(blueprint, glyphs).text();
  }

  private String text() {
    for (Branch root : blueprint.tree()) {
      addRows(root, "", "");
    }
    StringBuilder text = new StringBuilder();
    text.append("Blueprint of %s: which span can be below which\n".formatted(blueprint.artifact()));
    int names = widest(Row::name);
    int kinds = widest(Row::kind);
    int sources = widest(Row::source);
    for (Row row : rows) {
      String line =
          padded(row.name(), names)
              + padded(row.kind(), kinds)
              + padded(row.source(), sources)
              + row.remarks();
      text.append(row.root() ? "\n" : "").append(line.stripTrailing()).append('\n');
    }
    legend(text);
    return text.toString();
  }

  private void addRows(Branch branch, String here, String below) {
    rows.add(
        new Row(
            branch.edge() == null,
            here + branch.node().spanName() + mark(branch.shown()),
            kind(branch),
            branch.node().source().toString(),
            remarks(branch)));
    for (Iterator<Branch> rest = branch.children().iterator(); rest.hasNext(); ) {
      Branch child = rest.next();
      boolean last = !rest.hasNext();
      addRows(
          child,
          below + (last ? glyphs.last() : glyphs.branch()),
          below + (last ? glyphs.blank() : glyphs.trunk()));
    }
  }

  private String mark(Shown shown) {
    return switch (shown) {
      case HERE -> "";
      case ELSEWHERE -> " " + glyphs.again();
      case ABOVE -> " " + glyphs.cycle();
    };
  }

  private static String kind(Branch branch) {
    return branch.node().span() == null
        ? branch.node().kind()
        : TextReport.kind(branch.node().span());
  }

  private String remarks(Branch branch) {
    List<String> remarks = new ArrayList<>();
    ToolCallIdSource toolCallIdSource = branch.node().toolCallIdSource();
    if (toolCallIdSource != null) {
      remarks.add(toolCallIdSource(toolCallIdSource));
    }
    if (branch.edge() != null && branch.edge().via() == Via.REQUEST) {
      remarks.add("if its model asks");
    }
    if (!branch.node().artifact().equals(blueprint.artifact())) {
      remarks.add("in " + branch.node().artifact());
    }
    return String.join(", ", remarks);
  }

  private static String toolCallIdSource(ToolCallIdSource toolCallIdSource) {
    return switch (toolCallIdSource) {
      case PARAMETER -> "id: parameter";
      case SCOPE -> "id: scope";
      case PENDING -> "id: pending call";
      case FRAMEWORK -> "id: framework";
      case NONE -> "id: none";
    };
  }

  private void legend(StringBuilder text) {
    List<String> marks = new ArrayList<>();
    if (rows.stream().anyMatch(row -> row.name().endsWith(" " + glyphs.again()))) {
      marks.add(glyphs.again() + " what is below it is shown above.");
    }
    if (rows.stream().anyMatch(row -> row.name().endsWith(" " + glyphs.cycle()))) {
      marks.add(glyphs.cycle() + " it is below itself: a cycle.");
    }
    if (!marks.isEmpty()) {
      text.append('\n');
      marks.forEach(mark -> text.append(mark).append('\n'));
    }
  }

  private int widest(Function<Row, String> column) {
    return rows.stream().mapToInt(row -> column.apply(row).length()).max().orElse(0);
  }

  private static String padded(String value, int width) {
    return value + " ".repeat(width - value.length() + 2);
  }

  private record Row(boolean root, String name, String kind, String source, String remarks) {}
}
