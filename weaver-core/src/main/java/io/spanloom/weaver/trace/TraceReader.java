package io.spanloom.weaver.trace;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Reads spans from streams of OTLP-JSON lines, as they come from the collector's file exporter
 * ({@code {"resourceSpans":[…]}} a line), the Java SDK's exporters to standard output (the same)
 * and to a logger ({@code {"resource":…,"scopeSpans":[…]}} a line, after whatever the logger writes
 * first), and from documents formatted over many lines. Gzip is recognized.
 */
public final class TraceReader {

  private static final int GZIP_MAGIC = 0x8b1f;
  private static final int ZSTD_MAGIC = 0xb528;

  /** A line that opens a document over many lines; loggers, too, begin lines with a bracket. */
  private static final Pattern OPENS_DOCUMENT = Pattern.compile("\\s*(\\{|\\[\\s*(\\{.*)?)\\s*");

  private static final ObjectReader JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
                  .build())
          .build()
          .reader();

  private final List<Span> spans = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final List<TraceInput.BrokenLine> broken = new ArrayList<>();
  private int duplicates;
  private int metrics;
  private int logs;
  private int others;

  /**
   * Reads a stream to its end.
   *
   * @param name what to call it in messages
   * @throws IOException if it cannot be read, or is compressed in a way that we do not know
   */
  public void read(String name, InputStream stream) throws IOException {
    InputStream plain = decompressed(new BufferedInputStream(stream));
    BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
    StringBuilder document = new StringBuilder();
    long number = 0;
    long documentStart = 1;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (number == 1 && line.startsWith("\uFEFF")) {
        line = line.substring(1);
      }
      if (document.length() > 0 || OPENS_DOCUMENT.matcher(line).matches()) {
        documentStart = document.length() == 0 ? number : documentStart;
        document.append(line).append('\n');
      } else {
        line(name, number, line);
      }
    }
    if (document.length() > 0) {
      document(name, documentStart, document.toString());
    }
  }

  /** All that was read so far. */
  public TraceInput result() {
    return new TraceInput(
        List.copyOf(spans), duplicates, metrics, logs, others, List.copyOf(broken));
  }

  private void line(String file, long number, String line) {
    int start = line.indexOf("{\"resource");
    if (start < 0) {
      // Tools that put a space behind a brace; a logger's text may hold braces of its own.
      start = line.strip().startsWith("{") ? line.indexOf('{') : -1;
    }
    if (start >= 0) {
      read(file, number, line.substring(start));
    } else if (!line.isBlank()) {
      others++;
    }
  }

  private void read(String file, long number, String json) {
    try {
      request(JSON.readTree(json));
    } catch (JsonProcessingException malformed) {
      broken(file, number, malformed.getOriginalMessage());
    } catch (IllegalArgumentException illegal) {
      broken(file, number, String.valueOf(illegal.getMessage()));
    }
  }

  private void document(String file, long start, String json) {
    try (var values = JSON.forType(JsonNode.class).<JsonNode>readValues(json)) {
      while (values.hasNextValue()) {
        JsonNode value = values.nextValue();
        if (value.isArray()) {
          value.forEach(this::request);
        } else {
          request(value);
        }
      }
    } catch (JsonProcessingException malformed) {
      long line = malformed.getLocation() == null ? 1 : malformed.getLocation().getLineNr();
      broken(file, start + line - 1, malformed.getOriginalMessage());
    } catch (IOException | IllegalArgumentException illegal) {
      broken(file, start, String.valueOf(illegal.getMessage()));
    }
  }

  private void request(JsonNode request) {
    List<Span> found = new ArrayList<>();
    if (request.has("resourceSpans")) {
      request.path("resourceSpans").forEach(spansOf -> OtlpSpans.ofResource(spansOf, found));
    } else if (request.has("scopeSpans") || request.has("instrumentationLibrarySpans")) {
      OtlpSpans.ofResource(request, found);
    } else if (request.has("resourceMetrics") || request.has("scopeMetrics")) {
      metrics++;
    } else if (request.has("resourceLogs") || request.has("scopeLogs")) {
      logs++;
    } else {
      others++;
    }
    for (Span span : found) {
      if (seen.add(span.traceId() + span.spanId())) {
        spans.add(span);
      } else {
        duplicates++;
      }
    }
  }

  private void broken(String file, long number, String reason) {
    broken.add(new TraceInput.BrokenLine(file, number, reason.lines().findFirst().orElse(reason)));
  }

  private static InputStream decompressed(BufferedInputStream stream) throws IOException {
    stream.mark(2);
    int magic = stream.read() | stream.read() << 8;
    stream.reset();
    if (magic == ZSTD_MAGIC) {
      throw new IOException("it is compressed with zstd; decompress it with 'zstd -d' first");
    }
    return magic == GZIP_MAGIC ? new GZIPInputStream(stream) : stream;
  }
}
