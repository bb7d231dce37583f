package io.spanloom.weaver.report;

import io.spanloom.weaver.model.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The reports as files: for programs, for code hosts, for OpenTelemetry Weaver and to look at. */
public final class ReportFiles {

  private ReportFiles() {}

  /**
   * Writes the reports below a directory.
   *
   * @return the files, the one to look at first
   * @throws IOException if one cannot be written
   */
  public static List<Path> write(ModuleReport report, Path directory) throws IOException {
    Files.createDirectories(directory);
    List<Path> files = new ArrayList<>();
    files.add(write(directory.resolve("index.html"), ModelPage.render(report)));
    files.add(write(directory.resolve("SPANS.md"), MarkdownReport.render(report)));
    files.add(write(directory.resolve("model.json"), JsonText.pretty(ModelJson.of(report))));
    files.add(write(directory.resolve("registry.yaml"), RegistryYaml.render(report)));
    return files;
  }

  private static Path write(Path file, String text) throws IOException {
    return Files.writeString(file, text);
  }
}
