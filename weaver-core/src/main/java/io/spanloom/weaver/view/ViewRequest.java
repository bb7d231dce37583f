package io.spanloom.weaver.view;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What to show and where to write it.
 *
 * @param input a file or a directory of files; null for standard input
 * @param output the page
 */
public record ViewRequest(@Nullable Path input, Path output) {

  /** Names standard input. */
  public static final String STANDARD_INPUT = "-";

  private static final Pattern ENDINGS =
      Pattern.compile("(\\.(jsonl|ndjson|json|log|txt))?(\\.gz)?$", Pattern.CASE_INSENSITIVE);

  /**
   * A request as it is typed.
   *
   * @param traces a path, or {@value #STANDARD_INPUT}
   * @param page where to write; null for a place beside the input
   * @throws ViewException if nothing is named, or the page would overwrite what it shows
   */
  public static ViewRequest of(@Nullable String traces, @Nullable String page)
      throws ViewException {
    if (traces == null || traces.isBlank()) {
      throw new ViewException(
          "Cannot show traces: no file is named. Name one with -Dspanloom.traces=FILE; SPANLOOM_TRACE_FILE=FILE makes a program write one.",
          null);
    }
    Path input = traces.equals(STANDARD_INPUT) ? null : Path.of(traces).toAbsolutePath();
    Path output = page == null || page.isBlank() ? besides(input) : Path.of(page).toAbsolutePath();
    if (output.equals(input)) {
      throw new ViewException(
          "Cannot show %s: the page would overwrite it. Name another file with -Dspanloom.output=FILE."
              .formatted(input),
          null);
    }
    return new ViewRequest(input, output);
  }

  private static Path besides(@Nullable Path input) {
    if (input == null) {
      return Path.of("target", "spanloom", "trace.html").toAbsolutePath();
    }
    if (Files.isDirectory(input)) {
      return input.resolve("traces.html");
    }
    String name = ENDINGS.matcher(String.valueOf(input.getFileName())).replaceFirst("");
    return input.resolveSibling(name + ".html");
  }

  /** What to call the input. */
  String title() {
    return input == null ? "standard input" : String.valueOf(input.getFileName());
  }
}
