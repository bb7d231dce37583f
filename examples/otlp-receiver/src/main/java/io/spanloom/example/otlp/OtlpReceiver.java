package io.spanloom.example.otlp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/** Receives traces, events and metrics over OTLP, as protobuf over HTTP. */
public final class OtlpReceiver implements AutoCloseable {

  private final List<ResourceSpans> traces = new CopyOnWriteArrayList<>();
  private final List<ResourceLogs> logs = new CopyOnWriteArrayList<>();
  private final List<ResourceMetrics> metrics = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  private OtlpReceiver(HttpServer server) {
    this.server = server;
  }

  /** Listens on a free port of the loopback interface. */
  public static OtlpReceiver start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    OtlpReceiver receiver = new OtlpReceiver(server);
    receiver.receive(
        "/v1/traces",
        body ->
            receiver.traces.addAll(
                ExportTraceServiceRequest.parseFrom(body).getResourceSpansList()));
    receiver.receive(
        "/v1/logs",
        body ->
            receiver.logs.addAll(ExportLogsServiceRequest.parseFrom(body).getResourceLogsList()));
    receiver.receive(
        "/v1/metrics",
        body ->
            receiver.metrics.addAll(
                ExportMetricsServiceRequest.parseFrom(body).getResourceMetricsList()));
    server.start();
    return receiver;
  }

  /** The environment of a program that exports here. */
  public Map<String, String> environment() {
    return Map.of(
        "OTEL_EXPORTER_OTLP_ENDPOINT",
        "http://127.0.0.1:" + server.getAddress().getPort(),
        "OTEL_EXPORTER_OTLP_PROTOCOL",
        "http/protobuf");
  }

  /** Spans as they came, with the resources they belong to. */
  public List<ResourceSpans> resources() {
    return traces;
  }

  /** All events so far. */
  public List<LogRecord> events() {
    return logs.stream()
        .flatMap(resource -> resource.getScopeLogsList().stream())
        .flatMap(scope -> scope.getLogRecordsList().stream())
        .toList();
  }

  /** All metrics so far. */
  public List<Metric> metrics() {
    return metrics.stream()
        .flatMap(resource -> resource.getScopeMetricsList().stream())
        .flatMap(scope -> scope.getMetricsList().stream())
        .toList();
  }

  /** All that was received, as one text to search. */
  public String everything() {
    return traces + "\n" + logs + "\n" + metrics;
  }

  /** All spans so far. */
  public List<Span> spans() {
    return traces.stream()
        .flatMap(resource -> resource.getScopeSpansList().stream())
        .flatMap(scope -> scope.getSpansList().stream())
        .toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void receive(String path, Body keep) {
    server.createContext(path, exchange -> receive(exchange, keep));
  }

  private static void receive(HttpExchange exchange, Body keep) throws IOException {
    try (exchange) {
      boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
      InputStream body = exchange.getRequestBody();
      keep.read(zipped ? new GZIPInputStream(body) : body);
      // An empty response, all accepted, has no bytes.
      exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private interface Body {

    void read(InputStream body) throws IOException;
  }
}
