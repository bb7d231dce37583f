package io.spanloom.maven;

import io.spanloom.weaver.view.TraceView;
import io.spanloom.weaver.view.ViewException;
import io.spanloom.weaver.view.ViewRequest;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Shows recorded traces as one HTML page that needs no server and no network: waterfall, which
 * model response asked for which tool, tokens, cost, errors and the critical path.
 *
 * <p>Reads OTLP-JSON lines, as {@code SPANLOOM_TRACE_FILE}, the OpenTelemetry SDK's exporters to
 * standard output and to a logger, and the collector's file exporter write them. Needs no project.
 */
@Mojo(name = "view", requiresProject = false, aggregator = true, threadSafe = true)
public final class ViewMojo extends AbstractMojo {

  /**
   * The file of traces, compressed with gzip or not; a directory of such files; or {@code -} for
   * standard input.
   */
  @Parameter(property = "spanloom.traces")
  private @Nullable String traces;

  /**
   * The page to write. By default it lies beside the file of traces: {@code trace.html} for {@code
   * trace.jsonl}, {@code traces.html} in a directory, {@code target/spanloom/trace.html} for
   * standard input.
   */
  @Parameter(property = "spanloom.output")
  private @Nullable String output;

  @Override
  public void execute() throws MojoFailureException {
    try {
      ViewRequest request = ViewRequest.of(traces, output);
      report(new TraceView(request).write(System.in));
    } catch (ViewException failure) {
      throw new MojoFailureException(failure.getMessage(), failure);
    }
  }

  /** Where the page is goes to standard output, so that {@code mvn -q} prints it too. */
  private void report(TraceView.Result result) {
    result.notes().forEach(getLog()::warn);
    System.out.printf(
        "Wrote %,d %s in %,d %s to %s (%,d KiB)%n",
        result.spans(),
        result.spans() == 1 ? "span" : "spans",
        result.traces(),
        result.traces() == 1 ? "trace" : "traces",
        result.page(),
        (result.bytes() + 1023) / 1024);
  }
}
