package io.spanloom.testing;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The extension in each of its uses, and under the oldest JUnit it supports. */
@ExtendWith(SpanloomExtension.class)
class SpanloomExtensionTest {

  private final Library library = new Library();

  @Test
  void handsTheRecordedSpansOver(RecordedSpans recorded) {
    library.browse("a");

    assertThat(recorded.trace()).hasRoot("execute_tool browse");
  }

  @Test
  void eachTestStartsWithNothing(RecordedSpans recorded) {
    assertThat(recorded.spans()).isEmpty();
  }

  @Test
  void waitsForSpansThatEndElsewhere(RecordedSpans recorded) throws InterruptedException {
    Thread elsewhere = new Thread(() -> library.browse("a"));
    elsewhere.start();

    assertThat(recorded.awaitSpans(1, Duration.ofSeconds(30)).traces()).hasSize(1);
    elsewhere.join();
    assertThatThrownBy(() -> recorded.awaitSpans(2, Duration.ofMillis(1)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("Expected 2 spans", "there are 1", "execute_tool browse");
  }

  @Test
  void outsideATestThereIsNothing() {
    assertThatThrownBy(() -> SpanloomExtension.create().trace())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("@RegisterExtension");
  }

  /** The test class of this name runs once more, on its own, with JUnit 5.10. */
  @Test
  void runsUnderTheOldestJUnit() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                "target/oldest-junit.jar" + File.pathSeparator + classPathWithoutJUnit(),
                "org.junit.platform.console.ConsoleLauncher",
                "execute",
                "--disable-banner",
                "--select-class=" + BlueprintFileTest.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(output).contains("5 tests successful", "0 tests failed");
  }

  private static String classPathWithoutJUnit() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.contains("junit") && !entry.contains("surefire"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
