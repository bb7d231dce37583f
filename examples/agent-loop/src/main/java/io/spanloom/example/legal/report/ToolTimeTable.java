package io.spanloom.example.legal.report;

import io.spanloom.example.legal.report.ToolTimes.ToolTime;
import java.util.Locale;

/** The times as a table for people, with a closing sentence on what they say. */
public final class ToolTimeTable {

  private static final double BOTTLENECK_SHARE = 0.25;
  private static final int BAR_WIDTH = 30;
  private static final String ROW = "%-20s %5s %6s %10s  %5s  %s";

  private ToolTimeTable() {}

  /** The table, one line per tool. */
  public static String render(ToolTimes times) {
    StringBuilder table = new StringBuilder();
    line(table, ROW.formatted("tool", "calls", "errors", "total", "share", "").stripTrailing());
    for (ToolTime tool : times.tools()) {
      line(table, row(tool, times.share(tool)));
    }
    line(table, conclusion(times));
    return table.toString();
  }

  private static String row(ToolTime tool, double share) {
    return ROW.formatted(
            tool.name(),
            tool.calls(),
            tool.errors(),
            duration(tool.nanos()),
            percent(share),
            "#".repeat((int) Math.round(share * BAR_WIDTH)))
        .stripTrailing();
  }

  /** A bottleneck takes more time than all other tools together, and a good part of the whole. */
  private static String conclusion(ToolTimes times) {
    if (times.tools().isEmpty()) {
      return "No tool was called.";
    }
    ToolTime slowest = times.tools().get(0);
    double share = times.share(slowest);
    long others = times.tools().stream().skip(1).mapToLong(ToolTime::nanos).sum();
    if (share < BOTTLENECK_SHARE || slowest.nanos() <= others) {
      return "No single tool dominates: the slowest, %s, took %s of the time."
          .formatted(slowest.name(), percent(share));
    }
    return "The bottleneck is %s: %s of %s, or %s of the time, in %d %s."
        .formatted(
            slowest.name(),
            duration(slowest.nanos()),
            duration(times.wholeNanos()),
            percent(share),
            slowest.calls(),
            slowest.calls() == 1 ? "call" : "calls");
  }

  private static void line(StringBuilder table, String text) {
    table.append(text).append('\n');
  }

  private static String percent(double share) {
    return Math.round(share * 100) + " %";
  }

  private static String duration(long nanos) {
    return nanos < 1_000_000_000L
        ? String.format(Locale.ROOT, "%.1f ms", nanos / 1e6)
        : String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
  }
}
