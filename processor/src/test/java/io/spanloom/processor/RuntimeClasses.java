package io.spanloom.processor;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The classes of Spanloom's runtime, compiled from the sources of the sibling module: a dependency
 * on it would be a cycle, for its own tests run the processor.
 */
final class RuntimeClasses {

  private static final Path SOURCES = Path.of("..", "runtime", "src", "main", "java");
  private static final Path RESOURCES = Path.of("..", "runtime", "src", "main", "resources");
  private static final Path REGISTRY = Path.of("..", "registry", "attribute-keys.json");
  private static final Path CLASSES = Path.of("target", "runtime-classes");

  private static List<File> classPath;

  private RuntimeClasses() {}

  /** The class path that generated code is compiled against. */
  static synchronized List<File> classPath() {
    if (classPath == null) {
      compile();
      copyRegistry();
      List<File> files = new ArrayList<>();
      files.add(CLASSES.toFile());
      files.add(RESOURCES.toFile());
      Stream.of(testClassPath().split(File.pathSeparator)).map(File::new).forEach(files::add);
      classPath = List.copyOf(files);
    }
    return classPath;
  }

  private static String testClassPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /** The runtime's build puts it there too. */
  private static void copyRegistry() {
    Path copy = CLASSES.resolve("io/spanloom/internal/convention").resolve(REGISTRY.getFileName());
    try {
      Files.copy(REGISTRY, copy, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void compile() {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null);
        Stream<Path> sources = Files.walk(SOURCES)) {
      Files.createDirectories(CLASSES);
      List<Path> java =
          sources
              .filter(path -> path.toString().endsWith(".java"))
              .filter(path -> !path.endsWith("module-info.java"))
              .toList();
      List<String> options =
          List.of("-proc:none", "-nowarn", "-d", CLASSES.toString(), "-cp", testClassPath());
      boolean compiled =
          javac
              .getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(java))
              .call();
      if (!compiled) {
        throw new IllegalStateException("The runtime in " + SOURCES + " does not compile");
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
