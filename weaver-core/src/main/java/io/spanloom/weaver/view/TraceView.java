package io.spanloom.weaver.view;

import io.spanloom.weaver.trace.Trace;
import io.spanloom.weaver.trace.TraceInput;
import io.spanloom.weaver.trace.TraceReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Turns a file of recorded traces into a page. */
public final class TraceView {

  /**
   * What was done.
   *
   * @param notes about what was left out, for people
   */
  public record Result(Path page, long bytes, int traces, int spans, List<String> notes) {}

  private static final int SHOWN_BROKEN_LINES = 10;

  private final ViewRequest request;

  public TraceView(ViewRequest request) {
    this.request = request;
  }

  /**
   * Reads the traces and writes the page.
   *
   * @param standardInput read if the request names it
   * @throws ViewException if there is nothing to show, or no page can be written
   */
  public Result write(InputStream standardInput) throws ViewException {
    TraceInput input = read(standardInput);
    List<String> notes = notes(input);
    if (input.spans().isEmpty()) {
      throw nothing(notes);
    }
    List<Trace> traces = Trace.of(input.spans());
    long bytes = write(new TracePage(request.title(), traces, notes));
    return new Result(request.output(), bytes, traces.size(), input.spans().size(), notes);
  }

  private TraceInput read(InputStream standardInput) throws ViewException {
    TraceReader reader = new TraceReader();
    Path input = request.input();
    if (input == null) {
      read(reader, "standard input", standardInput);
      return reader.result();
    }
    for (Path file : files(input)) {
      try (InputStream stream = Files.newInputStream(file)) {
        read(reader, String.valueOf(file.getFileName()), stream);
      } catch (IOException failure) {
        throw unreadable(file, failure);
      }
    }
    return reader.result();
  }

  private void read(TraceReader reader, String name, InputStream stream) throws ViewException {
    try {
      reader.read(name, stream);
    } catch (IOException failure) {
      throw new ViewException(
          "Cannot read %s: %s. Check that it is a file of OTLP-JSON lines."
              .formatted(name, reason(failure)),
          failure);
    }
  }

  /** A directory's files, but for hidden ones and pages that we wrote there. */
  private List<Path> files(Path input) throws ViewException {
    if (!Files.exists(input)) {
      throw new ViewException(
          "Cannot read %s: there is no such file. Check the path; a relative one starts from %s."
              .formatted(input, Path.of("").toAbsolutePath()),
          null);
    }
    if (!Files.isDirectory(input)) {
      return List.of(input);
    }
    try (Stream<Path> entries = Files.list(input)) {
      return entries
          .filter(Files::isRegularFile)
          .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
          .filter(file -> !String.valueOf(file.getFileName()).endsWith(".html"))
          .sorted()
          .toList();
    } catch (IOException failure) {
      throw unreadable(input, failure);
    }
  }

  private static ViewException unreadable(Path file, IOException failure) {
    return new ViewException(
        "Cannot read %s: %s. Check the file and its permissions.".formatted(file, reason(failure)),
        failure);
  }

  private ViewException nothing(List<String> notes) {
    String found = notes.isEmpty() ? "it is empty" : String.join("; ", notes);
    return new ViewException(
        "Cannot show %s: no span is in it (%s). It should hold OTLP-JSON lines, which SPANLOOM_TRACE_FILE=FILE makes a program write, or the collector's file exporter; a program writes its last spans when its SDK is closed."
            .formatted(request.title(), found),
        null);
  }

  private long write(TracePage page) throws ViewException {
    Path output = request.output();
    try {
      Files.createDirectories(Objects.requireNonNull(output.getParent(), "an absolute path"));
      // Half a surrogate pair, where a text was cut, becomes a question mark, not an error.
      try (Writer out =
          new BufferedWriter(
              new OutputStreamWriter(Files.newOutputStream(output), StandardCharsets.UTF_8))) {
        page.writeTo(out);
      }
      return Files.size(output);
    } catch (IOException failure) {
      throw new ViewException(
          "Cannot write %s: %s. Name another file with -Dspanloom.output=FILE."
              .formatted(output, reason(failure)),
          failure);
    }
  }

  private static String reason(IOException failure) {
    String message = failure.getMessage();
    return message == null || message.startsWith("/") ? failure.toString() : message;
  }

  private static List<String> notes(TraceInput input) {
    List<String> notes = new ArrayList<>();
    note(
        notes,
        input.duplicates(),
        "span that was there twice, shown once",
        "spans that were there twice, shown once");
    note(notes, input.metrics(), "line of metrics, skipped", "lines of metrics, skipped");
    note(notes, input.logs(), "line of log records, skipped", "lines of log records, skipped");
    note(notes, input.others(), "line without OTLP, skipped", "lines without OTLP, skipped");
    note(notes, input.broken().size(), "line that cannot be read", "lines that cannot be read");
    input.broken().stream().limit(SHOWN_BROKEN_LINES).forEach(line -> notes.add(line.toString()));
    int more = input.broken().size() - SHOWN_BROKEN_LINES;
    note(notes, more, "more such line", "more such lines");
    return notes;
  }

  private static void note(List<String> notes, int count, String one, String many) {
    if (count > 0) {
      notes.add("%,d %s".formatted(count, count == 1 ? one : many));
    }
  }
}
