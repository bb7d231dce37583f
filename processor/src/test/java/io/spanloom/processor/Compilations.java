package io.spanloom.processor;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/** Compiles sources with the processor, as strictly as a user can. */
final class Compilations {

  private Compilations() {}

  /**
   * The strictest compiler: a warning about generated code fails it. The lint left out warns of
   * annotations that no processor has claimed, which says nothing about code.
   */
  static Compiler strict() {
    return lenient().withOptions("-Xlint:all,-processing", "-Werror", "-parameters");
  }

  static Compiler lenient() {
    return Compiler.javac()
        .withClasspath(RuntimeClasses.classPath())
        .withProcessors(new SpanloomProcessor());
  }

  /** Compiles classes of the package {@code acme}, each given as its source below the imports. */
  static Compilation compile(String... bodies) {
    List<JavaFileObject> files = Stream.of(bodies).map(Compilations::file).toList();
    return lenient().compile(files);
  }

  /** All sources below a directory. */
  static JavaFileObject[] sources(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .map(Compilations::source)
          .toArray(JavaFileObject[]::new);
    }
  }

  /** What was written: the files that a processor looked for in vain are listed with them. */
  static List<JavaFileObject> generated(Compilation compilation) {
    return compilation.generatedFiles().stream()
        .filter(file -> file.getLastModified() > 0)
        .toList();
  }

  /** Where a generated file belongs, below the directory for generated files. */
  static String pathOf(JavaFileObject generated) {
    return generated.getName().replaceFirst("^/?(SOURCE|CLASS)_OUTPUT/", "");
  }

  private static JavaFileObject source(Path file) {
    try {
      return JavaFileObjects.forResource(file.toUri().toURL());
    } catch (MalformedURLException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }

  private static JavaFileObject file(String body) {
    String source =
        "package acme; import io.spanloom.annotations.*; import java.util.*;"
            + " import java.util.concurrent.*;\n"
            + body;
    String name = body.replaceFirst("(?s)^.*?\\b(?:class|record|interface|enum) (\\w+).*$", "$1");
    return JavaFileObjects.forSourceString("acme." + name, source);
  }
}
