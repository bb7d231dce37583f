package io.spanloom.weaver.lock;

import io.spanloom.weaver.lock.Migration.Row;
import java.util.List;
import java.util.function.Function;

/** A comparison in words, for the build's log. */
public final class LockReport {

  private final StringBuilder text = new StringBuilder();

  private LockReport() {}

  /** The breaking changes with all else that changed on the same spans, a line each. */
  public static String breaking(Comparison comparison) {
    LockReport report = new LockReport();
    comparison.conventions().forEach(report::convention);
    comparison.spans().stream().filter(SpanChange::breaking).forEach(report::span);
    return report.text.toString();
  }

  /** The changes that break nothing, a line each. */
  public static String additions(Comparison comparison) {
    LockReport report = new LockReport();
    comparison.spans().stream().filter(span -> !span.breaking()).forEach(report::span);
    return report.text.toString();
  }

  private void convention(ConventionChange change) {
    line("%s %s -> %s".formatted(change.convention(), change.before(), change.after()));
    Migration migration = change.migration();
    if (migration == null) {
      line("    what changes is not known for these versions; see the convention's own change log");
      return;
    }
    if (migration.rows().isEmpty()) {
      line("    no key of this module's spans changes");
    }
    int before = width(migration.rows(), Row::before);
    int after = width(migration.rows(), Row::after);
    int kinds = width(migration.rows(), Row::kinds);
    for (Row row : migration.rows()) {
      String keys = padded(row.before(), before) + " -> " + padded(row.after(), after);
      line("    " + keys + "  " + padded(row.kinds(), kinds) + "  " + row.meaning());
    }
    if (migration.newKeys() > 0) {
      line("    and %d facts get a key that had none".formatted(migration.newKeys()));
    }
  }

  private void span(SpanChange change) {
    line(change.span() + "  (" + change.method() + ")");
    change.changes().forEach(each -> line("    " + each.text()));
  }

  private static int width(List<Row> rows, Function<Row, String> column) {
    return rows.stream().map(column).mapToInt(String::length).max().orElse(0);
  }

  private static String padded(String value, int width) {
    return value + " ".repeat(width - value.length());
  }

  private void line(String line) {
    text.append("  ").append(line.stripTrailing()).append('\n');
  }
}
