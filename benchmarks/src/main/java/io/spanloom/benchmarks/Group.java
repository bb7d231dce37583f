package io.spanloom.benchmarks;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;

/**
 * Benchmarks that are run alike.
 *
 * @param options how
 * @param classPath the class path of the JVMs that run them
 */
record Group(Options options, String classPath) {

  private static final String CLASS_PATH = "java.class.path";

  /** The results; none if no benchmark of the group is wanted. */
  Collection<RunResult> run() throws RunnerException {
    String own = System.getProperty(CLASS_PATH);
    System.setProperty(CLASS_PATH, classPath); // JMH hands it on to the JVMs it forks
    try {
      return new Runner(options).run();
    } catch (NoBenchmarksException none) {
      return List.of();
    } finally {
      System.setProperty(CLASS_PATH, own);
    }
  }
}
