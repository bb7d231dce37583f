package io.spanloom.internal.metric;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The bucket boundaries that the GenAI conventions advise. */
final class Buckets {

  /** 1, 4, 16 … 67,108,864. */
  static final List<Long> TOKENS = LongStream.iterate(1, n -> n * 4).limit(14).boxed().toList();

  /** Seconds: 0.01, 0.02, 0.04 … 81.92. */
  static final List<Double> OPERATION = doubling(0.01, 14);

  /** Seconds: 0.1, 0.2, 0.4 … 409.6. */
  static final List<Double> AGENT = doubling(0.1, 13);

  /** 1, 2, 4 … 128. */
  static final List<Long> CALLS = LongStream.iterate(1, n -> n * 2).limit(8).boxed().toList();

  /** Seconds, up to two hours. */
  static final List<Double> WORKFLOW =
      List.of(1.0, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0, 600.0, 1800.0, 3600.0, 7200.0);

  private Buckets() {}

  private static List<Double> doubling(double first, int count) {
    return Stream.iterate(first, n -> n * 2).limit(count).toList();
  }
}
