package io.spanloom.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Takes lines and words out of sources that compile. Whatever is left, as in an editor where code
 * is half written, the processor says something about the program or nothing: it neither throws nor
 * reports a defect of its own.
 */
class BrokenSourcesTest {

  private static final Path CASES = Path.of("src", "test", "resources", "golden");
  private static final Pattern WORD = Pattern.compile("[\\w.@]+|\"[^\"]*\"|[^\\s\\w]");
  private static final int CUTS_PER_FILE = 25;

  static Stream<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(CASES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> file.toString().contains("input"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("sources")
  void neverFallOver(Path file) throws IOException {
    String source = Files.readString(file);
    Random random = new Random(file.getFileName().toString().hashCode());
    for (String broken : cuts(source, random)) {
      assertThat(compile(file, broken).diagnostics())
          .as(broken)
          .extracting(finding -> finding.getMessage(Locale.ROOT))
          .noneMatch(message -> message.startsWith("[InternalError]"));
    }
  }

  /** The source without one line or one word, several times. */
  private static List<String> cuts(String source, Random random) {
    List<MatchResult> lines = Pattern.compile("(?m)^.+\\R").matcher(source).results().toList();
    List<MatchResult> words = WORD.matcher(source).results().toList();
    List<String> cuts = new ArrayList<>();
    for (int i = 0; i < CUTS_PER_FILE; i++) {
      List<MatchResult> parts = i % 2 == 0 ? lines : words;
      MatchResult part = parts.get(random.nextInt(parts.size()));
      cuts.add(source.substring(0, part.start()) + source.substring(part.end()));
    }
    return cuts;
  }

  private static Compilation compile(Path file, String source) {
    String name = file.getFileName().toString().replace(".java", "");
    JavaFileObject broken = JavaFileObjects.forSourceString("com.acme." + name, source);
    return Compilations.lenient().compile(broken);
  }
}
