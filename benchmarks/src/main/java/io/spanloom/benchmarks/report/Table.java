package io.spanloom.benchmarks.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;

/** All figures, and those that have a bar beside it. */
public final class Table {

  private static final String ROW = "%-40s %12s %12s %12s %12s %8s %8s  %-17s %s%n";

  /** Stands for what there is nothing to compare with. */
  private static final String NONE = "-";

  private final List<Figure> figures;

  private Table(List<Figure> figures) {
    this.figures = figures;
  }

  /** The table of what JMH measured. */
  public static Table of(Collection<RunResult> results) {
    return new Table(results.stream().map(Figure::of).toList());
  }

  /** The table as text, one figure a line. */
  public String render() {
    StringBuilder text = new StringBuilder("All figures, per call\n");
    figures.stream()
        .sorted(
            Comparator.comparing(Figure::benchmark)
                .thenComparing(Figure::variant)
                .thenComparing(Figure::threads))
        .forEach(figure -> text.append(line(figure)));
    section("Against the bars; the reference is the better of its forms", Bars.all(), text);
    section("The tool call traced by others, against the same by hand", Bars.peers(), text);
    return text.toString();
  }

  /** Nothing if nothing of it was measured. */
  private void section(String heading, List<Bar> bars, StringBuilder text) {
    List<String> rows = bars.stream().flatMap(bar -> row(bar).stream()).toList();
    if (rows.isEmpty()) {
      return;
    }
    text.append('\n').append(heading).append('\n');
    text.append(
        String.format(
            Locale.ROOT,
            ROW,
            "",
            "time",
            "by hand",
            "bytes",
            "by hand",
            "time",
            "bytes",
            "bar",
            "met"));
    rows.forEach(text::append);
  }

  private static String line(Figure figure) {
    return String.format(
        Locale.ROOT,
        "%-45s %-10s %d thread%s %14s ± %12s %12.0f B%n",
        figure.benchmark(),
        figure.variant(),
        figure.threads(),
        figure.threads() == 1 ? " " : "s",
        nanos(figure.nanos()),
        nanos(figure.error()),
        figure.bytes());
  }

  private Optional<String> row(Bar bar) {
    Optional<Figure> subject = find(bar.subject(), bar).findFirst();
    List<Figure> references =
        new ArrayList<>(bar.references().stream().flatMap(name -> find(name, bar)).toList());
    if (subject.isEmpty() || (references.isEmpty() && !bar.isAbsolute())) {
      return Optional.empty();
    }
    double nanos = references.stream().mapToDouble(Figure::nanos).min().orElse(Double.NaN);
    double bytes = references.stream().mapToDouble(Figure::bytes).min().orElse(Double.NaN);
    return Optional.of(row(bar, subject.get(), nanos, bytes));
  }

  private Stream<Figure> find(String benchmark, Bar bar) {
    return figures.stream().filter(each -> each.isOf(benchmark, bar.variant(), bar.threads()));
  }

  private static String row(Bar bar, Figure subject, double nanos, double bytes) {
    boolean timeMet = subject.nanos() <= bar.nanosAllowed(nanos);
    boolean bytesMet = subject.bytes() <= bar.bytesAllowed(bytes);
    return String.format(
        Locale.ROOT,
        ROW,
        bar.title(),
        nanos(subject.nanos()),
        nanos(nanos),
        bytes(subject.bytes()),
        bytes(bytes),
        ratio(subject.nanos(), nanos),
        ratio(subject.bytes(), bytes),
        bar.text(),
        bar.isNone() ? "" : verdict(timeMet, bytesMet));
  }

  private static String nanos(double value) {
    if (Double.isNaN(value)) {
      return NONE;
    }
    if (value < 1e6) {
      return String.format(Locale.ROOT, "%.1f ns", value);
    }
    return String.format(Locale.ROOT, value < 1e8 ? "%.2f ms" : "%.0f ms", value / 1e6);
  }

  private static String bytes(double value) {
    return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, "%.0f B", value);
  }

  private static String ratio(double value, double reference) {
    return Double.isNaN(reference) || reference < 0.5
        ? NONE
        : String.format(Locale.ROOT, "%.2f ×", value / reference);
  }

  private static String verdict(boolean timeMet, boolean bytesMet) {
    if (timeMet && bytesMet) {
      return "met";
    }
    return "missed in " + (timeMet ? "bytes" : bytesMet ? "time" : "time and bytes");
  }
}
