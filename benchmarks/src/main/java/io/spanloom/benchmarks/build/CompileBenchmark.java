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
import javax.tools.StandardJavaFileManager;
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

/**
 * Compiles annotated classes: alone, with the processor, and together with the advice that the
 * processor would write, which is what the advice costs however it comes about.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CompileBenchmark {

  /** How many annotated methods there are. */
  @Param({"100", "1000"})
  public int methods = 100;

  private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
  private Path output = Path.of("");
  private Path generated = Path.of("");

  /** Makes an empty directory for the classes, and writes the advice into another. */
  @Setup
  public void prepare() throws Exception {
    output = Files.createTempDirectory("compile");
    generated = Files.createTempDirectory("advice");
    String processor = processor().getPath();
    compile(List.of(), "-processorpath", processor, "-proc:only", "-s", generated.toString());
  }

  /** Deletes the classes and the advice. */
  @TearDown
  public void delete() throws IOException {
    for (Path directory : List.of(output, generated)) {
      try (Stream<Path> files = Files.walk(directory)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    }
  }

  @Benchmark
  public boolean alone() {
    return compile(List.of(), "-proc:none");
  }

  @Benchmark
  public boolean withWrittenAdvice() throws IOException {
    try (Stream<Path> files = Files.walk(generated);
        StandardJavaFileManager manager = javac.getStandardFileManager(null, null, null)) {
      List<JavaFileObject> advice = new ArrayList<>();
      manager
          .getJavaFileObjectsFromPaths(
              files.filter(file -> file.toString().endsWith(".java")).toList())
          .forEach(advice::add);
      return compile(advice, "-proc:none");
    }
  }

  @Benchmark
  public boolean withProcessor() throws Exception {
    return compile(List.of(), "-processorpath", processor().getPath());
  }

  private static File processor() throws Exception {
    Class<?> processor = Class.forName("io.spanloom.processor.SpanloomProcessor");
    return new File(processor.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private boolean compile(List<JavaFileObject> further, String... processing) {
    List<String> options = new ArrayList<>(List.of(processing));
    options.addAll(List.of("-d", output.toString(), "-parameters"));
    options.addAll(List.of("-classpath", System.getProperty("java.class.path")));
    StringWriter messages = new StringWriter();
    List<JavaFileObject> sources = new ArrayList<>(AnnotatedSources.of(methods));
    sources.addAll(further);
    if (!javac.getTask(messages, null, null, options, null, sources).call()) {
      throw new IllegalStateException(messages.toString());
    }
    return true;
  }
}
