package io.spanloom;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How long the source files and methods of each module are, annotations included. */
class SourceSizeTest {

  private static final int LONGEST_FILE = 300;

  /** The longest method, but for one in a hundred. */
  private static final int LONG_METHOD = 25;

  private static final Path ROOT = root();

  @ParameterizedTest
  @MethodSource("modules")
  void methodsFitOnAScreen(String module) throws IOException {
    List<Method> methods = methods(files(module));
    methods.sort(Comparator.comparingLong(Method::lines));
    int exceptions = methods.size() / 100;

    assertThat(methods.subList(0, methods.size() - exceptions))
        .allSatisfy(method -> assertThat(method.lines()).isLessThanOrEqualTo(LONG_METHOD));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void filesAreShort(String module) throws IOException {
    assertThat(files(module))
        .allSatisfy(
            file ->
                assertThat(Files.readString(file, StandardCharsets.UTF_8).lines().count())
                    .isLessThanOrEqualTo(LONGEST_FILE));
  }

  static Stream<String> modules() throws IOException {
    try (Stream<Path> directories = Files.find(ROOT, 3, SourceSizeTest::isModule)) {
      return directories.map(each -> ROOT.relativize(each).toString()).sorted().toList().stream();
    }
  }

  private static boolean isModule(Path directory, Object attributes) {
    return Files.isDirectory(directory.resolve("src/main/java"))
        && !ROOT.relativize(directory).startsWith("adoption");
  }

  private static List<Path> files(String module) throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  private static List<Method> methods(List<Path> sources) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    List<Method> methods = new ArrayList<>();
    try (StandardJavaFileManager files =
        javac.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              javac.getTask(
                  null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(sources));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree file : task.parse()) {
        file.accept(new MethodLines(file, positions, methods), null);
      }
    }
    return methods;
  }

  private static Path root() {
    Path directory = Path.of("").toAbsolutePath();
    while (!Files.exists(directory.resolve("CONTRIBUTING.md"))) {
      directory = Objects.requireNonNull(directory.getParent());
    }
    return directory;
  }

  private record Method(String name, long lines) {}

  private static final class MethodLines extends TreeScanner<Void, Void> {

    private final CompilationUnitTree file;
    private final SourcePositions positions;
    private final List<Method> methods;

    MethodLines(CompilationUnitTree file, SourcePositions positions, List<Method> methods) {
      this.file = file;
      this.positions = positions;
      this.methods = methods;
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
      LineMap lines = file.getLineMap();
      long first = lines.getLineNumber(positions.getStartPosition(file, method));
      long last = lines.getLineNumber(positions.getEndPosition(file, method));
      methods.add(
          new Method(file.getSourceFile().getName() + " " + method.getName(), last - first + 1));
      return super.visitMethod(method, unused);
    }
  }
}
