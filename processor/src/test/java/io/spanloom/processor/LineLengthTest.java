package io.spanloom.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Generated code is read in debuggers and reviews, where no line leaves the screen. */
class LineLengthTest {

  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
  private static final int LONGEST = 120;

  /** 70 characters: with a prefix or suffix and an indentation it just fits on a line. */
  private static final String LONG =
      "aNameThatSaysEverythingAboutWhatIsDoneHereSoThatNoOneEverNeedsJavadoc0";

  @Test
  void goldenFilesFitTheScreen() throws IOException {
    try (Stream<Path> files = Files.walk(GOLDEN)) {
      List<Path> sources =
          files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
      assertThat(sources).hasSizeGreaterThan(20);
      for (Path source : sources) {
        assertShort(source.toString(), Files.readString(source));
      }
    }
  }

  @Test
  void longNamesAndTextsFitTheScreen() {
    String type = "A" + LONG.substring(1);
    Compilation compilation =
        Compilations.lenient()
            .withOptions(
                "-Xlint:all,-processing", "-Werror", "-parameters", "-Aspanloom.warnings=off")
            .compile(
                JavaFileObjects.forSourceString(
                    "acme.of.a.company.with.rather.many.departments." + type,
                    STRESS.replace("TYPE", type).replace("LONG", LONG)));
    assertThat(compilation.errors()).isEmpty();
    assertThat(compilation.generatedSourceFiles()).hasSize(2);
    assertShortLines(compilation);
  }

  static void assertShortLines(Compilation compilation) {
    for (JavaFileObject source : compilation.generatedSourceFiles()) {
      try {
        assertShort(source.getName(), source.getCharContent(false).toString());
      } catch (IOException failure) {
        throw new AssertionError(failure);
      }
    }
  }

  private static void assertShort(String name, String source) {
    assertThat(source.lines().filter(line -> line.length() > LONGEST)).as(name).isEmpty();
  }

  private static final String STRESS =
      """
      package acme.of.a.company.with.rather.many.departments;
      import io.spanloom.annotations.*;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.stream.*;
      public class TYPE {
        public record Hit(String id, String text, double score, Optional<LONGHit> LONG) {}
        public record LONGHit(List<String> LONGs, Map<String, Object> metadata, String id, String text) {}
        public interface Reader { String LONG(); }
        /**
         * A first sentence that says so much of what the tool does, of what it does not do and of what
         * others do instead of it, that no one would write it on a single line of a program's source,
         * which is what the compiler must not do either where it hands the sentence on to the model.
         */
        @Tool
        @Attribute(key = "app.LONG.LONG", path = "size()")
        public List<LONGHit> LONG(
            @Attribute(key = "app.LONG.hits", path = "LONG.LONGs[0]") Hit LONG,
            @Attribute(key = "app.LONG.size") int LONGint,
            List<Map<String, LONGHit>> LONGmaps, String a, String b, LONGHit c, String[][] LONGarray) {
          return List.of();
        }
        /** Does the same. */
        @Tool
        public Map<String, Map<String, LONGHit>> LONG(Map<String, List<LONGHit>> LONGmaps, List<? extends LONGHit> others) {
          return Map.of();
        }
        /** Has a name. */
        @Tool("LONGLONGLONG")
        public void other(@ToolCallId String LONG) {}
        @Retrieval("LONGLONGLONG LONG")
        public CompletableFuture<List<LONGHit>> findsLONG(String query, @Input(path = "LONG.id") Hit LONG) {
          return null;
        }
        @Rerank(model = "LONGLONG")
        public Stream<LONGHit> ranksLONG(List<Hit> LONG, List<LONGHit> LONGother) {
          return null;
        }
        @Agent(value = "LONGLONG", id = "LONGLONGLONGLONG", version = "LONGLONGLONG", description = "LONG LONG LONG")
        public Flow.Publisher<LONGHit> runLONG(
            @SessionId String LONG, @UserId String LONGuser, @Attribute(key = "LONG.LONG") long[] LONGnumbers,
            @Attribute(key = "LONG.LONGs") List<? extends Integer> LONGs) {
          return null;
        }
      }
      """;
}
