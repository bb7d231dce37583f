package io.spanloom.weaver.view;

import static io.spanloom.weaver.trace.Otlp.line;
import static io.spanloom.weaver.trace.Otlp.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceViewTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({
    "trace.jsonl, trace.html",
    "trace.json.gz, trace.html",
    "app.log, app.html",
    "spans, spans.html",
    "a.b.ndjson, a.b.html"
  })
  void pageLiesBesideTheFile(String file, String page) throws ViewException {
    assertThat(ViewRequest.of(directory.resolve(file).toString(), null).output())
        .isEqualTo(directory.resolve(page));
  }

  @Test
  void directoryIsReadFileByFile() throws Exception {
    Files.writeString(directory.resolve("1.jsonl"), line(span("t", "a")));
    Files.writeString(directory.resolve("2.jsonl"), line(span("t", "b")));
    Files.writeString(directory.resolve(".hidden"), line(span("t", "c")));
    Files.createDirectory(directory.resolve("sub"));

    TraceView.Result first = view(directory.toString(), null);
    TraceView.Result second = view(directory.toString(), null);

    assertThat(first.spans()).isEqualTo(2);
    assertThat(second.notes()).as("its own page is not read").isEmpty();
    assertThat(second.page()).isEqualTo(directory.resolve("traces.html")).isNotEmptyFile();
  }

  @Test
  void standardInputIsReadForADash() throws Exception {
    InputStream input =
        new ByteArrayInputStream(line(span("t", "a")).getBytes(StandardCharsets.UTF_8));
    Path page = directory.resolve("new/page.html");

    TraceView.Result result = new TraceView(ViewRequest.of("-", page.toString())).write(input);

    assertThat(result.page()).isEqualTo(page).isNotEmptyFile();
    assertThat(ViewRequest.of("-", null).output())
        .endsWithRaw(Path.of("target/spanloom/trace.html"));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " "})
  void noFileIsAnError(String traces) {
    assertThatThrownBy(() -> ViewRequest.of(traces, null))
        .isInstanceOf(ViewException.class)
        .hasMessage(
            "Cannot show traces: no file is named. Name one with -Dspanloom.traces=FILE; SPANLOOM_TRACE_FILE=FILE makes a program write one.");
  }

  @Test
  void absentFileIsAnError() {
    assertThatThrownBy(() -> view(directory.resolve("absent").toString(), null))
        .hasMessageContaining("there is no such file. Check the path");
  }

  @Test
  void emptyFileIsAnError() throws IOException {
    Path file = Files.createFile(directory.resolve("trace.jsonl"));

    assertThatThrownBy(() -> view(file.toString(), null))
        .hasMessageStartingWith("Cannot show trace.jsonl: no span is in it (it is empty).");
    assertThat(directory.resolve("trace.html")).doesNotExist();
  }

  @Test
  void fileWithoutSpansIsReportedWithItsContents() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("trace.jsonl"),
            "{\"resourceLogs\":[]}\nhello\n{\"resourceSpans\":[{\n");

    assertThatThrownBy(() -> view(file.toString(), null))
        .hasMessageContaining("1 line of log records, skipped; 1 line without OTLP, skipped")
        .hasMessageContaining("trace.jsonl, line 3: ");
  }

  @Test
  void brokenLinesAreNamedUpToTen() throws Exception {
    Path file =
        Files.writeString(
            directory.resolve("trace.jsonl"),
            line(span("t", "a")) + "\n" + "{\"resourceSpans\":[\n".repeat(12));

    TraceView.Result result = view(file.toString(), null);

    assertThat(result.notes())
        .hasSize(12)
        .startsWith("12 lines that cannot be read")
        .endsWith("2 more such lines");
  }

  @Test
  void textsThatWereCutInsideACharacterAreShown() throws Exception {
    Path file =
        Files.writeString(
            directory.resolve("trace.jsonl"),
            line(span("t", "a").name("cut X")).replace("X", "\\ud83d"));

    assertThat(view(file.toString(), null).page()).content().contains("cut ?");
  }

  @Test
  void inputIsNeverOverwritten() {
    String file = directory.resolve("trace.html").toString();

    assertThatThrownBy(() -> ViewRequest.of(file, file)).hasMessageContaining("would overwrite it");
  }

  @Test
  void unwritablePageIsAnError() throws Exception {
    Path file = Files.writeString(directory.resolve("trace.jsonl"), line(span("t", "a")));
    Path taken = Files.createDirectory(directory.resolve("taken"));

    assertThatThrownBy(() -> view(file.toString(), taken.toString()))
        .hasMessageStartingWith("Cannot write " + taken)
        .hasMessageContaining("-Dspanloom.output=FILE");
  }

  private static TraceView.Result view(String traces, String page) throws ViewException {
    return new TraceView(ViewRequest.of(traces, page)).write(InputStream.nullInputStream());
  }
}
