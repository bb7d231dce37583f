package io.spanloom.benchmarks.cpu;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * What one call takes.
 *
 * @param nanos CPU time of the calling thread
 * @param bytes memory allocated by it
 */
record CallCost(double nanos, double bytes) {

  /** The middle one in time, and in bytes. */
  static CallCost median(List<CallCost> costs) {
    return new CallCost(
        quantile(costs.stream().mapToDouble(CallCost::nanos), 0.5),
        quantile(costs.stream().mapToDouble(CallCost::bytes), 0.5));
  }

  static double quantile(DoubleStream values, double share) {
    double[] sorted = values.sorted().toArray();
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }

  /** What {@link #text} wrote. */
  static CallCost parse(String text) {
    int space = text.indexOf(' ');
    return new CallCost(
        Double.parseDouble(text.substring(0, space)), Double.parseDouble(text.substring(space)));
  }

  String text() {
    return String.format(Locale.ROOT, "%.2f %.1f", nanos, bytes);
  }
}
