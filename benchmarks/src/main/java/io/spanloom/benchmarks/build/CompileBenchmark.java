package io.spanloom.benchmarks.build;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Compiles annotated classes, with the processor (its own sources included) and without. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CompileBenchmark {

  /** How many annotated methods there are. */
  @Param({"100", "1000"})
  public int methods = 100;

  private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
  private Path output = Path.of("");

  /** Makes an empty directory for the classes. */
  @Setup
  public void makeDirectory() throws IOException {
    output = Files.createTempDirectory("compile");
  }

  /** Deletes the classes. */
  @TearDown
  public void deleteDirectory() throws IOException {
    try (Stream<Path> files = Files.walk(output)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }

  @Benchmark
  public boolean alone() {
    return compile("-proc:none");
  }

  @Benchmark
  public boolean withProcessor() throws Exception {
    return compile("-processorpath", processor().getPath());
  }

  private static File processor() throws Exception {
    Class<?> processor = Class.forName("io.spanloom.processor.SpanloomProcessor");
    return new File(processor.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private boolean compile(String... processing) {
    List<String> options = new ArrayList<>(List.of(processing));
    options.addAll(List.of("-d", output.toString(), "-parameters"));
    options.addAll(List.of("-classpath", System.getProperty("java.class.path")));
    StringWriter messages = new StringWriter();
    List<JavaFileObject> sources = AnnotatedSources.of(methods);
    if (!javac.getTask(messages, null, null, options, null, sources).call()) {
      throw new IllegalStateException(messages.toString());
    }
    return true;
  }
}
