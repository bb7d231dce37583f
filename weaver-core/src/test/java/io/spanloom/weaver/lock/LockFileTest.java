package io.spanloom.weaver.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spanloom.weaver.model.SpanModel;
import io.spanloom.weaver.model.SpanModelReader;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockFileTest {

  /** What the compiler makes of the processor's own example, nested arguments and all. */
  private static final Path MODEL =
      Path.of("../processor/src/test/resources/golden/tools/expected", SpanModelReader.LOCATION);

  private static final Path EXPECTED = Path.of("src/test/resources/lock/tools.lock.json");

  @TempDir Path directory;

  @Test
  void aLineForEachFactSortedWithoutPlacesInTheSource() throws Exception {
    String text = LockFile.text(Lock.of(model()));

    if (Boolean.getBoolean("golden.update")) {
      assertThat(System.getenv("CI")).as("golden.update is for people").isNull();
      Files.writeString(EXPECTED, text);
    }
    assertThat(text).isEqualTo(Files.readString(EXPECTED));
  }

  @Test
  void readsWhatItWrites() throws Exception {
    LockFile file = new LockFile(directory.resolve("below/spanloom.lock.json"));
    Lock lock = Lock.of(model());

    assertThat(file.read()).isNull();
    assertThat(file.write(lock)).isTrue();
    assertThat(file.write(lock)).as("written again").isFalse();
    assertThat(file.read()).isEqualTo(lock);
  }

  @Test
  void aFileThatIsTooLargeIsNotRead() throws Exception {
    Path file = directory.resolve("spanloom.lock.json");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(1L << 32);
    }

    assertThatThrownBy(() -> new LockFile(file).read())
        .isInstanceOf(LockException.class)
        .hasMessageContaining(" is larger than 32 MB");
  }

  @Test
  void aModuleWithoutSpans() throws Exception {
    LockFile file = new LockFile(directory.resolve("spanloom.lock.json"));
    Lock none = Lock.of(new SpanModel(1, model().conventions(), List.of(), List.of()));

    file.write(none);

    assertThat(file.read()).isEqualTo(none);
  }

  @Test
  void knowsTheVersionsThatTheCompilerWrites() throws Exception {
    SpanModel.Conventions current = model().conventions();
    ConventionTables tables = ConventionTables.bundled();

    assertThat(tables.migration("genai", "1.36.0", current.genai(), Set.of("LLM"))).isNotNull();
    assertThat(
            tables.migration(
                "openinference", current.openinference(), current.openinference(), Set.of("LLM")))
        .isEqualTo(new Migration(List.of(), 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<<<<<<< HEAD; Restore it from version control (a merge may have left its marks), or write it anew with -Dspanloom.update.",
        "{}; it has no \"formatVersion\"",
        "{\"formatVersion\": 2}; it has format version 2 and this plugin understands up to 1. Update Spanloom's build plugin",
        "{\"formatVersion\": 1}; \"conventions\" lacks \"genai\"",
      })
  void whatIsNoLockIsRefusedWithAReason(String text, String reason) throws Exception {
    Path file = Files.writeString(directory.resolve("spanloom.lock.json"), text);

    assertThatThrownBy(() -> new LockFile(file).read())
        .isInstanceOf(LockException.class)
        .hasMessageStartingWith("Cannot read " + file)
        .hasMessageContaining(reason);
  }

  @Test
  void spansWithMembersMissingOrOfAnotherForm() throws Exception {
    assertThatThrownBy(() -> readSpan("{}")).hasMessageContaining("a span lacks \"method\"");
    assertThatThrownBy(
            () ->
                readSpan(
                    "{\"method\": \"A#a()\", \"span\": \"a\", \"kind\": \"TASK\", \"attributes\": {\"k\": \"long\"}}"))
        .hasMessageContaining("\"long\" is no attribute");
  }

  private void readSpan(String span) throws Exception {
    Path file =
        Files.writeString(
            directory.resolve("spanloom.lock.json"),
            """
            { "formatVersion": 1, "conventions": { "genai": "1", "openinference": "1" }, "spans": [%s] }
            """
                .formatted(span));
    new LockFile(file).read();
  }

  private static SpanModel model() throws Exception {
    return SpanModelReader.parse(MODEL, Files.readAllBytes(MODEL));
  }
}
