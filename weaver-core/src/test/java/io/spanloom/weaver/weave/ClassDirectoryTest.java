package io.spanloom.weaver.weave;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassDirectoryTest {

  private static final FileContent OLD = content("old");
  private static final FileContent NEW = content("new");
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

  @TempDir Path directory;
  private ClassDirectory classes;
  private Path file;

  @BeforeEach
  void oneClass() throws IOException {
    classes = new ClassDirectory(directory.resolve("classes"));
    file = directory.resolve("classes/demo/Greeter.class");
    Files.createDirectories(file.getParent());
    Files.write(file, OLD.bytes());
    Files.setLastModifiedTime(file, LONG_AGO);
  }

  @Test
  void aKeptFileStaysWhatItWas() throws IOException {
    ClassDirectory copies = new ClassDirectory(directory.resolve("copies"));

    copies.keepAll(Map.of("demo.Greeter", OLD), classes);
    classes.writeAll(Map.of("demo.Greeter", NEW), Map.of());

    assertThat(copies.read("demo.Greeter")).isEqualTo(OLD);
    assertThat(classes.read("demo.Greeter")).isEqualTo(NEW);
  }

  @Test
  void aKeptFileIsNotWrittenASecondTime() throws IOException {
    ClassDirectory copies = new ClassDirectory(directory.resolve("copies"));

    copies.keepAll(Map.of("demo.Greeter", OLD), classes);

    assertThat(Files.isSameFile(file, directory.resolve("copies/demo/Greeter.class"))).isTrue();
  }

  @Test
  void aKeptFileTakesThePlaceOfAnEarlierOne() throws IOException {
    ClassDirectory copies = new ClassDirectory(directory.resolve("copies"));
    copies.keepAll(Map.of("demo.Greeter", OLD), classes);
    classes.writeAll(Map.of("demo.Greeter", NEW), Map.of());

    copies.keepAll(Map.of("demo.Greeter", NEW), classes);

    assertThat(copies.read("demo.Greeter")).isEqualTo(NEW);
  }

  /** As no zip file has links. */
  @Test
  void withoutLinksACopyIsWritten() throws IOException {
    try (FileSystem zip =
        FileSystems.newFileSystem(directory.resolve("a.zip"), Map.of("create", "true"))) {
      ClassDirectory zipped = new ClassDirectory(zip.getPath("/classes"));
      Files.createDirectories(zip.getPath("/classes/demo"));
      Files.write(zip.getPath("/classes/demo/Greeter.class"), OLD.bytes());
      ClassDirectory copies = new ClassDirectory(zip.getPath("/copies"));

      copies.keepAll(Map.of("demo.Greeter", OLD), zipped);

      assertThat(copies.read("demo.Greeter")).isEqualTo(OLD);
    }
  }

  @Test
  void aFileThatStaysTheSameKeepsItsTime() throws IOException {
    classes.writeAll(Map.of("demo.Greeter", OLD), Map.of());
    classes.writeAll(Map.of("demo.Greeter", OLD), Map.of("demo.Greeter", OLD));

    assertThat(Files.getLastModifiedTime(file)).isEqualTo(LONG_AGO);
  }

  @Test
  void nothingIsLeftBehind() throws IOException {
    classes.writeAll(Map.of("demo.Greeter", NEW), Map.of("demo.Greeter", OLD));
    Path taken = Files.createDirectories(directory.resolve("classes/demo/Taken.class/by"));

    assertThatThrownBy(() -> ClassDirectory.writeAtomically(taken.getParent(), NEW.bytes()))
        .isInstanceOf(IOException.class);

    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files).containsExactlyInAnyOrder(file, taken.getParent());
    }
  }

  private static FileContent content(String text) {
    return FileContent.of(text.getBytes(UTF_8));
  }
}
