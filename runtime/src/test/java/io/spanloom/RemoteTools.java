package io.spanloom;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.annotations.Tool;
import io.spanloom.annotations.Workflow;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tools in a process of their own, run by messages over HTTP; woven by the agent like any program.
 *
 * <p>Prints the port it listens on, answers {@code /run/<tool>}, tells what it recorded at {@code
 * /spans}, and ends with the input.
 */
public final class RemoteTools {

  private final Recorded recorded = Recorded.withDefaults();

  private RemoteTools() {}

  public static void main(String[] arguments) throws IOException {
    RemoteTools tools = new RemoteTools();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/run/", tools::run);
    server.createContext("/spans", exchange -> answer(exchange, tools.spans()));
    server.start();
    System.out.println("port " + server.getAddress().getPort());
    System.out.flush();
    while (System.in.read() >= 0) {
      // the caller closes our input when it is done
    }
    server.stop(0);
  }

  private void run(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    try (Scope message = Propagation.extract(exchange.getRequestHeaders()).makeCurrent()) {
      switch (path) {
        case "/run/search" -> search("statute");
        case "/run/handled" -> handle();
        default -> translate("statute");
      }
      if (message == null) {
        throw new IllegalStateException("no scope");
      }
    }
    answer(exchange, "done");
  }

  /** Searches. */
  @Tool
  String search(String query) {
    return "found " + query;
  }

  /** Translates. */
  @Tool
  String translate(String text) {
    return "translated " + text;
  }

  @Workflow
  void handle() {
    search("statute");
  }

  /** Each span's properties as a line of {@code key=value}, tabs between. */
  private String spans() {
    StringBuilder lines = new StringBuilder();
    for (SpanData span : recorded.spans()) {
      Map<String, Object> properties = new TreeMap<>(Recorded.attributes(span));
      properties.put("name", span.getName());
      properties.put("trace", span.getTraceId());
      properties.put("span", span.getSpanId());
      properties.put("parent", span.getParentSpanId());
      for (LinkData link : span.getLinks()) {
        properties.put("link", link.getSpanContext().getSpanId());
      }
      properties.forEach((key, value) -> lines.append(key).append('=').append(value).append('\t'));
      lines.append('\n');
    }
    return lines.toString();
  }

  private static void answer(HttpExchange exchange, String text) throws IOException {
    byte[] body = text.getBytes(UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
