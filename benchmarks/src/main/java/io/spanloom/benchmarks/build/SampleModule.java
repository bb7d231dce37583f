package io.spanloom.benchmarks.build;

import io.spanloom.weaver.weave.Dependency;
import io.spanloom.weaver.weave.ModuleWeaver;
import io.spanloom.weaver.weave.WeaveOutcome;
import io.spanloom.weaver.weave.WeaveRequest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A module of as many classes as wanted, up to a hundred of them with a traced method. */
public final class SampleModule {

  /** Where modules are, which all JVMs of a run share: to compile a large one takes its time. */
  public static final String DIRECTORY = "benchmarks.modules";

  private static final int TRACED = 100;
  private static final int CLASSES_IN_PACKAGE = 100;

  private static final String STREAM =
      "titles.getOrDefault(word, List.of()).stream().limit(limit).forEach(found::add);";
  private static final String LOOP =
      "for (String title : titles.getOrDefault(word, List.of())) found.add(title);";
  private static final String THREAD =
      "public void later(java.util.concurrent.Executor executor) { executor.execute(() -> add(\"a title\")); }";

  private final Path directory;

  private SampleModule(Path directory) {
    this.directory = directory;
  }

  /** Stands for a module until there is one. */
  static SampleModule none() {
    return new SampleModule(Path.of(""));
  }

  /** A module as the compiler leaves it. */
  static SampleModule compiled(int classes) throws IOException, InterruptedException {
    SampleModule module = prepare(classes, "compile");
    module.unweave();
    return module;
  }

  /** A module as the last build left it. */
  static SampleModule woven(int classes) throws IOException, InterruptedException {
    return prepare(classes, "weave");
  }

  /** Prepared in a JVM of its own: this one is to meet the weaver with nothing warmed up. */
  private static SampleModule prepare(int classes, String goal)
      throws IOException, InterruptedException {
    Path directory = Path.of(System.getProperty(DIRECTORY), Integer.toString(classes));
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-classpath",
            System.getProperty("java.class.path"),
            SampleModule.class.getName(),
            directory.toString(),
            Integer.toString(classes),
            goal);
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IllegalStateException("Cannot prepare a module of " + classes + " classes");
    }
    return new SampleModule(directory);
  }

  /** What the other JVM runs: a directory, a number of classes, and {@code compile} or not. */
  public static void main(String[] arguments) throws Exception {
    SampleModule module = new SampleModule(Path.of(arguments[0]));
    if (!Files.exists(module.classes())) {
      module.compile(Integer.parseInt(arguments[1]));
    }
    if (arguments[2].equals("weave")) {
      module.weave();
    }
  }

  /** Weaves all or, if nothing changed, finds that out. */
  WeaveOutcome weave() throws Exception {
    List<Dependency> classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .map(Dependency::of)
            .toList();
    WeaveRequest request = new WeaveRequest(classes(), classPath, state(), true, "benchmark");
    WeaveOutcome outcome = new ModuleWeaver(request).weave();
    if (outcome == null) {
      throw new IllegalStateException("Nothing to weave in " + classes());
    }
    return outcome;
  }

  /** Makes the module what it was before it was woven. */
  void unweave() throws IOException {
    Path copies = state().resolve("unwoven");
    if (!Files.exists(copies)) {
      return;
    }
    try (Stream<Path> files = Files.walk(copies)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.write(classes().resolve(copies.relativize(file)), Files.readAllBytes(file));
      }
    }
    delete(state());
  }

  Path classes() {
    return directory.resolve("classes");
  }

  private Path state() {
    return directory.resolve("state");
  }

  private void compile(int count) throws IOException {
    Files.createDirectories(classes());
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        List.of("-d", classes().toString(), "-classpath", System.getProperty("java.class.path"));
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      List<Path> sources = writeSources(count);
      if (!javac
          .getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
          .call()) {
        throw new IllegalStateException("The module does not compile");
      }
    }
  }

  private List<Path> writeSources(int count) throws IOException {
    int every = Math.max(1, count / TRACED);
    List<Path> sources = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Path file = directory.resolve("sources").resolve(name(i).replace('.', '/') + ".java");
      Files.createDirectories(file.getParent());
      sources.add(Files.writeString(file, source(i, (i + 1) % count, i % every == 0)));
    }
    return sources;
  }

  private static String name(int number) {
    return "com.acme.p%d.C%d".formatted(number / CLASSES_IN_PACKAGE, number);
  }

  /** Every fifth class uses streams, every twentieth hands work to another thread. */
  private static String source(int number, int neighbour, boolean traced) throws IOException {
    String name = name(number);
    return Template.read("Index.java.txt")
        .replace("${package}", name.substring(0, name.lastIndexOf('.')))
        .replace("${name}", name.substring(name.lastIndexOf('.') + 1))
        .replace("${annotation}", traced ? "@io.spanloom.annotations.Tool" : "")
        .replace("${loop}", number % 5 == 0 ? STREAM : LOOP)
        .replace("${neighbour}", name(neighbour))
        .replace("${thread}", number % 20 == 0 ? THREAD : "");
  }

  /** Deletes all modules. */
  public static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }
}
