package io.spanloom.benchmarks.report;

import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * What one benchmark measured.
 *
 * @param benchmark the benchmark's class and method, without the package
 * @param variant the values of its parameters, or empty
 * @param threads how many threads ran it
 * @param nanos time for one call: the median iteration's, since one that the compiler or another
 *     program disturbs says nothing of the others
 * @param error half the width of the 99.9 % confidence interval of the iterations' mean
 * @param bytes memory allocated by one call
 */
public record Figure(
    String benchmark, String variant, int threads, double nanos, double error, double bytes) {

  private static final String ALLOCATED = "gc.alloc.rate.norm";

  static Figure of(RunResult run) {
    BenchmarkParams params = run.getParams();
    String name = params.getBenchmark();
    int method = name.lastIndexOf('.');
    String variant =
        params.getParamsKeys().stream().map(params::getParam).collect(Collectors.joining(" "));
    Result<?> allocated = run.getSecondaryResults().get(ALLOCATED);
    return new Figure(
        name.substring(name.lastIndexOf('.', method - 1) + 1),
        variant,
        params.getThreads(),
        run.getPrimaryResult().getStatistics().getPercentile(50),
        run.getPrimaryResult().getScoreError(),
        allocated == null ? Double.NaN : allocated.getScore());
  }

  boolean isOf(String wantedBenchmark, String wantedVariant, int wantedThreads) {
    return benchmark.equals(wantedBenchmark)
        && variant.equals(wantedVariant)
        && threads == wantedThreads;
  }
}
