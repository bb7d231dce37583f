package io.spanloom.weaver;

import static java.util.stream.Collectors.joining;

import io.spanloom.weaver.blueprint.Blueprint;
import io.spanloom.weaver.blueprint.BlueprintRequest;
import io.spanloom.weaver.blueprint.Finding;
import io.spanloom.weaver.model.SpanModel;
import io.spanloom.weaver.model.SpanModelException;
import io.spanloom.weaver.model.SpanModelReader;
import io.spanloom.weaver.report.BlueprintText;
import io.spanloom.weaver.report.Glyphs;
import io.spanloom.weaver.report.ModuleReport;
import io.spanloom.weaver.report.ReportFiles;
import io.spanloom.weaver.report.TextReport;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reports the spans that a module's classes will emit: blueprint, details, doubts, files. */
public final class SpanReports {

  private final Module module;
  private final BuildTool tool;
  private final BuildLog log;

  public SpanReports(Module module, BuildTool tool, BuildLog log) {
    this.module = module;
    this.tool = tool;
    this.log = log;
  }

  /**
   * The module to report on.
   *
   * @param directory printed paths are relative to it
   */
  public record Module(String group, String artifact, String version, Path directory) {}

  /**
   * What to report, and how.
   *
   * @param output the directory for the files
   * @param print whether to print the reports too
   * @param failOnLint whether a doubtful span fails the build
   */
  public record Options(Path output, boolean print, boolean failOnLint) {}

  /**
   * Reports.
   *
   * @return whether there is a model to report on; else see {@link #noModel}
   * @throws BuildFailure if a file cannot be read or written, or for a doubtful span
   */
  public boolean run(BlueprintRequest request, Options options) throws BuildFailure {
    try {
      SpanModel model = SpanModelReader.readBelow(request.classesDirectory());
      if (model != null) {
        report(model, Blueprint.of(request), options);
      }
      return model != null;
    } catch (SpanModelException unreadable) {
      throw new BuildFailure(unreadable.getMessage(), unreadable);
    }
  }

  /** What to say of a module without a span model. */
  public String noModel(Path classesDirectory) {
    return "%s has no span model in %s. Compile it first ('%s') with spanloom-processor among the annotation processors."
        .formatted(module.artifact(), classesDirectory, tool.model());
  }

  private void report(SpanModel model, Blueprint blueprint, Options options) throws BuildFailure {
    String written = written(model, blueprint, options.output());
    if (options.print()) {
      Glyphs glyphs = Glyphs.in(consoleCharset());
      log.print(
          BlueprintText.render(blueprint, glyphs)
              + "\n"
              + TextReport.render(module.artifact(), model, glyphs)
              + "\n"
              + written);
    }
    blueprint.gaps().forEach(log::warn);
    blueprint.findings().forEach(this::log);
    List<Finding> doubts =
        blueprint.findings().stream().filter(finding -> !finding.lint().isHint()).toList();
    if (options.failOnLint() && !doubts.isEmpty()) {
      throw new BuildFailure(
          "Cannot accept the blueprint of %s: %d of its spans are doubtful.\n  %s\nFollow the advice, or build without spanloom.failOnLint."
              .formatted(
                  module.artifact(),
                  doubts.stream().map(Finding::node).distinct().count(),
                  doubts.stream().map(Finding::message).collect(joining("\n  "))));
    }
  }

  private void log(Finding finding) {
    if (finding.lint().isHint()) {
      log.info(finding.message());
    } else {
      log.warn(finding.message());
    }
  }

  private String written(SpanModel model, Blueprint blueprint, Path output) throws BuildFailure {
    ModuleReport report =
        new ModuleReport(
            module.group(), module.artifact(), module.version(), model.conventions(), blueprint);
    try {
      return ReportFiles.write(report, output).stream()
          .map(this::relative)
          .map("Wrote %s\n"::formatted)
          .collect(joining());
    } catch (IOException failure) {
      throw new BuildFailure(
          "Cannot write the reports of %s: %s. Make the directory writable, or choose another with %s"
              .formatted(module.artifact(), failure, tool.reports()),
          failure);
    }
  }

  private Path relative(Path file) {
    return file.startsWith(module.directory()) ? module.directory().relativize(file) : file;
  }

  /** Java 17 cannot ask a stream for its encoding; these are the names the JDK has for it. */
  private static Charset consoleCharset() {
    return Stream.of("stdout.encoding", "sun.stdout.encoding")
        .map(System::getProperty)
        .filter(name -> name != null && Charset.isSupported(name))
        .findFirst()
        .map(Charset::forName)
        .orElseGet(Charset::defaultCharset);
  }
}
