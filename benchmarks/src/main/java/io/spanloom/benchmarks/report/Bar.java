package io.spanloom.benchmarks.report;

import java.util.List;

/**
 * What a figure has to reach: at most so many times the better of what it is compared with, or at
 * most so much above it; or at most so much, compared with nothing.
 *
 * @param title what is measured
 * @param subject the measured benchmark
 * @param references what it is compared with; the better one counts. None: the bar is absolute
 * @param variant the parameter of all of them, or empty
 * @param threads the threads of all of them
 * @param times how many times the reference is allowed, in time and in bytes
 * @param extraNanos nanoseconds allowed above that
 * @param timeOnly whether memory does not matter
 */
record Bar(
    String title,
    String subject,
    List<String> references,
    String variant,
    int threads,
    double times,
    double extraNanos,
    boolean timeOnly) {

  static Bar atMostTimes(
      double times, String title, String subject, List<String> references, String variant) {
    return new Bar(title, subject, references, variant, 1, times, 0, false);
  }

  static Bar atMostAbove(
      double nanos, String title, String subject, List<String> references, String variant) {
    return new Bar(title, subject, references, variant, 1, 1, nanos, false);
  }

  /** A comparison that nothing has to come of. */
  static Bar none(String title, String subject, List<String> references, String variant) {
    return atMostTimes(Double.POSITIVE_INFINITY, title, subject, references, variant);
  }

  /** A time that nothing is compared with. */
  static Bar atMost(double nanos, String title, String subject, String variant) {
    return new Bar(title, subject, List.of(), variant, 1, 0, nanos, true);
  }

  /** Whether there is nothing to reach. */
  boolean isNone() {
    return Double.isInfinite(times);
  }

  boolean isAbsolute() {
    return references.isEmpty();
  }

  Bar withThreads(int count) {
    return new Bar(
        title + ", " + count + " threads",
        subject,
        references,
        variant,
        count,
        times,
        extraNanos,
        timeOnly);
  }

  Bar ofTimeOnly() {
    return new Bar(title, subject, references, variant, threads, times, extraNanos, true);
  }

  double nanosAllowed(double reference) {
    return isAbsolute() ? extraNanos : reference * times + extraNanos;
  }

  /** A byte of rounding is no allocation. */
  double bytesAllowed(double reference) {
    return timeOnly ? Double.POSITIVE_INFINITY : reference * times + 0.5;
  }

  String text() {
    if (isNone()) {
      return "";
    }
    if (isAbsolute()) {
      return String.format("≤ %.0f ms", extraNanos / 1e6);
    }
    return extraNanos > 0
        ? String.format("≤ +%.0f ns, +0 B", extraNanos)
        : String.format("≤ %.2f ×", times);
  }
}
