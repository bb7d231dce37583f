package io.spanloom.sdk;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;

/**
 * Appends spans to a file, as OTLP in JSON, a span a line: what {@code mvn spanloom:view} shows,
 * and what the collector's file receiver reads.
 *
 * <p>Each line is written in one piece, so that processes may share a file. For development: the
 * file grows without bound.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otel/protocol/file-exporter/">OpenTelemetry
 *     Protocol File Exporter</a>
 */
public final class TraceFile implements SpanExporter {

  private static final System.Logger LOG = System.getLogger(TraceFile.class.getName());

  private final Path path;
  private final OutputStream out;
  private boolean failed;

  private TraceFile(Path path, OutputStream out) {
    this.path = path;
    this.out = out;
  }

  /**
   * An exporter to this file, which is made if it is not there, with the directories above it.
   *
   * @throws IOException if the file cannot be opened for writing
   */
  public static TraceFile at(Path path) throws IOException {
    Path absolute = path.toAbsolutePath();
    Path directory = absolute.getParent();
    if (directory != null) {
      Files.createDirectories(directory);
    }
    return new TraceFile(
        absolute,
        Files.newOutputStream(absolute, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
  }

  /** A file that cannot be written is no reason to do without a trace, or a program. */
  static void addTo(SdkTracerProviderBuilder provider, Path path) {
    try {
      provider.addSpanProcessor(SimpleSpanProcessor.create(at(path)));
    } catch (IOException failure) {
      warn(path, failure);
    }
  }

  @Override
  public synchronized CompletableResultCode export(Collection<SpanData> spans) {
    try {
      for (SpanData span : spans) {
        out.write(OtlpJson.line(span));
      }
      return CompletableResultCode.ofSuccess();
    } catch (IOException failure) {
      warnOnce(failure);
      return CompletableResultCode.ofFailure();
    }
  }

  @Override
  public CompletableResultCode flush() {
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public synchronized CompletableResultCode shutdown() {
    try {
      out.close();
      return CompletableResultCode.ofSuccess();
    } catch (IOException failure) {
      warnOnce(failure);
      return CompletableResultCode.ofFailure();
    }
  }

  private void warnOnce(IOException failure) {
    if (!failed) {
      failed = true;
      warn(path, failure);
    }
  }

  /** Only the type is reported: the message may quote more than the path. */
  static void warn(Path path, IOException failure) {
    String type = failure.getClass().getName();
    // An address with a password may have been set instead of a file.
    String shown = path.toString().contains("@") ? "****" : path.toString();
    LOG.log(System.Logger.Level.WARNING, "Cannot write spans to " + shown + ": " + type);
  }
}
