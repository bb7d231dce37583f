package io.spanloom.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares what the processor generates with the files in {@code golden/<case>/expected}. Run with
 * {@code -Dgolden.update=true} to accept what it generates now.
 */
class GoldenTest {

  private static final Path CASES = Path.of("src", "test", "resources", "golden");

  static Stream<Path> cases() throws IOException {
    try (Stream<Path> cases = Files.list(CASES)) {
      return cases.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void generatesWhatIsExpected(Path directory) throws IOException {
    Map<String, String> generated = generate(directory);
    Path expected = directory.resolve("expected");
    if (GoldenFiles.areUpdated()) {
      update(expected, generated);
    }
    assertThat(generated).containsExactlyEntriesOf(read(expected));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void generatesTheSameAgain(Path directory) throws IOException {
    assertThat(generate(directory)).containsExactlyEntriesOf(generate(directory));
  }

  private static Map<String, String> generate(Path directory) throws IOException {
    Compilation compilation =
        Compilations.strict().compile(Compilations.sources(directory.resolve("input")));
    assertThat(compilation.status())
        .as(() -> compilation.diagnostics().toString())
        .isEqualTo(Compilation.Status.SUCCESS);
    Map<String, String> generated = new TreeMap<>();
    for (JavaFileObject file : Compilations.generated(compilation)) {
      if (file.getKind() != JavaFileObject.Kind.CLASS) {
        generated.put(Compilations.pathOf(file), text(file));
      }
    }
    return generated;
  }

  private static String text(JavaFileObject file) throws IOException {
    try (var stream = file.openInputStream()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Map<String, String> read(Path expected) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(expected)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = expected.relativize(file).toString().replace('\\', '/');
        texts.put(name, Files.readString(file));
      }
    }
    return texts;
  }

  private static void update(Path expected, Map<String, String> generated) throws IOException {
    if (Files.exists(expected)) {
      try (Stream<Path> old = Files.walk(expected)) {
        for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    for (Map.Entry<String, String> file : generated.entrySet()) {
      Path target = expected.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.getValue());
    }
  }
}
