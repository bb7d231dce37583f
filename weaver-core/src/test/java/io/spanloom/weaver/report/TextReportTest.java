package io.spanloom.weaver.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.weaver.model.SpanModel;
import io.spanloom.weaver.model.SpanModelReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextReportTest {

  private static final Path SAMPLES = Path.of("src/test/resources/report");

  @TempDir Path directory;
  private SpanModel model;

  @BeforeEach
  void readModel() throws Exception {
    Path file = directory.resolve(SpanModelReader.LOCATION);
    Files.createDirectories(file.getParent());
    Files.copy(SAMPLES.resolve("span-model.json"), file);
    model = SpanModelReader.readBelow(directory);
  }

  @Test
  void rendersATree() throws IOException {
    String report = TextReport.render("research", model, Glyphs.in(UTF_8));

    assertThat(report).isEqualTo(Files.readString(SAMPLES.resolve("span-model.txt")));
  }

  @Test
  void consoleWithoutBoxCharactersGetsTheSameTreeInAscii() throws IOException {
    String report = TextReport.render("research", model, Glyphs.in(ISO_8859_1));

    assertThat(report)
        .isEqualTo(
            Files.readString(SAMPLES.resolve("span-model.txt"))
                .replace("├─", "+-")
                .replace("└─", "`-")
                .replace("│", "|")
                .replace("→", "->"));
  }

  @Test
  void emptyModel() {
    SpanModel empty =
        new SpanModel(1, model.conventions(), java.util.List.of(), java.util.List.of());

    assertThat(TextReport.render("research", empty, Glyphs.in(UTF_8)))
        .startsWith("Span model of research: 0 spans in 0 classes\n");
  }
}
