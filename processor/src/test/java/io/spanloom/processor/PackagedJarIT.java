package io.spanloom.processor;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that users get, found by a javac of its own in each of the ways there are. */
class PackagedJarIT {

  private static final Path JAR = Path.of(System.getProperty("processor.jar")).toAbsolutePath();

  /** From this release on, javac runs the processors of the class path only when told to. */
  private static final int NO_DISCOVERY = 23;

  @TempDir private Path directory;
  private Path source;

  @BeforeEach
  void writeSource() throws IOException {
    source = directory.resolve("Librarian.java");
    Files.writeString(
        source,
        """
        import io.spanloom.annotations.*;
        class Librarian {
          /** Finds books. */
          @Tool
          @Attribute(key = "app.books", path = "size()")
          java.util.List<String> find(@ToolCallId String id, String author) { return null; }
        }
        """);
  }

  @Test
  void itsLibrariesAreNobodyElses() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      List<String> files =
          jar.stream().filter(entry -> !entry.isDirectory()).map(entry -> entry.getName()).toList();
      assertThat(files)
          .allMatch(
              name -> name.startsWith("io/spanloom/processor/") || name.startsWith("META-INF/"))
          .noneMatch(name -> name.startsWith("META-INF/versions/"))
          .contains("io/spanloom/processor/registry/attribute-keys.json")
          .anyMatch(name -> name.startsWith("io/spanloom/processor/shaded/javapoet/"))
          .anyMatch(name -> name.startsWith("io/spanloom/processor/shaded/jackson/"));
      assertThat(files.stream().filter(name -> name.startsWith("META-INF/services/")))
          .containsExactly("META-INF/services/javax.annotation.processing.Processor");
      assertThat(text(jar, "META-INF/services/javax.annotation.processing.Processor").strip())
          .isEqualTo(SpanloomProcessor.class.getName());
      assertThat(text(jar, "META-INF/gradle/incremental.annotation.processors").strip())
          .isEqualTo(SpanloomProcessor.class.getName() + ",aggregating");
    }
  }

  @Test
  void javacFindsItOnTheClassPath() throws Exception {
    List<String> options = new ArrayList<>(List.of("-cp", classPath(JAR.toFile())));
    if (Runtime.version().feature() >= NO_DISCOVERY) {
      options.add("-proc:full");
    }
    assertThat(javac(options)).isEmpty();
    assertGenerated();
  }

  @Test
  void javacFindsItOnTheProcessorPathWithoutAnyOtherJar() throws Exception {
    assertThat(javac(List.of("-cp", classPath(), "--processor-path", JAR.toString()))).isEmpty();
    assertGenerated();
  }

  @Test
  void javacFindsItOnTheProcessorModulePath() throws Exception {
    assertThat(javac(List.of("-cp", classPath(), "--processor-module-path", JAR.toString())))
        .isEmpty();
    assertGenerated();
  }

  @Test
  void javacFindsItByName() throws Exception {
    String name = SpanloomProcessor.class.getName();
    assertThat(javac(List.of("-cp", classPath(JAR.toFile()), "-processor", name))).isEmpty();
    assertGenerated();
  }

  /** Relocating a library also changes texts that begin like its name. */
  @Test
  void itKnowsJacksonsAnnotations() throws Exception {
    Files.writeString(
        source,
        """
        import com.fasterxml.jackson.annotation.*;
        import io.spanloom.annotations.*;
        class Librarian {
          @JsonPropertyOrder({"title", "year"})
          public static class Book {
            @JsonProperty("name") public String title;
            @JsonIgnore public String shelfMark;
          }
          /** Finds books. */
          @Tool String find(@ToolCallId String id, Book book) { return null; }
        }
        """);

    assertThat(javac(List.of("-cp", classPath(), "--processor-path", JAR.toString()))).isEmpty();

    assertThat(directory.resolve("classes/META-INF/spanloom/span-model.json"))
        .content()
        .contains("\"name\":")
        .doesNotContain("\"title\"", "shelfMark");
  }

  private void assertGenerated() {
    for (String file :
        List.of(
            "Librarian.class",
            "Librarian_SpanAspect.class",
            "Librarian_Tools.class",
            "META-INF/spanloom/span-model.json",
            "META-INF/aop-ajc.xml")) {
      assertThat(directory.resolve("classes").resolve(file)).exists();
    }
  }

  /** What javac prints. */
  private String javac(List<String> options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    command.addAll(options);
    command.addAll(List.of("-Xlint:all,-processing,-path", "-d"));
    command.addAll(List.of(directory.resolve("classes").toString(), source.toString()));
    Process javac = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(javac.waitFor()).as(output).isZero();
    return output;
  }

  /** What generated code needs, without the processor's own classes and other processors. */
  private static String classPath(File... further) {
    return Stream.concat(
            Stream.of(further),
            RuntimeClasses.classPath().stream()
                .filter(file -> !file.getPath().matches(".*(processor/target/|lombok|auto-).*")))
        .map(File::getAbsolutePath)
        .collect(joining(File.pathSeparator));
  }

  private static String text(JarFile jar, String name) throws IOException {
    try (InputStream stream = jar.getInputStream(jar.getEntry(name))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
