package io.spanloom.weaver.doctor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/** An HTTP server on the loopback interface that answers as it is told and keeps what it got. */
final class Receiver implements AutoCloseable {

  /** How a request is answered. */
  interface Handler {
    void handle(HttpExchange exchange, byte[] body) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  final List<byte[]> bodies = new ArrayList<>();
  final Map<String, String> headers = new LinkedHashMap<>();

  Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  /** Takes traces and answers as OTLP does. */
  Receiver accepting() {
    return answering(200, "application/x-protobuf", new byte[0]);
  }

  Receiver answering(int status, String contentType, byte[] answer) {
    return on(
        "/v1/traces",
        (exchange, body) -> {
          exchange.getResponseHeaders().set("Content-Type", contentType);
          respond(exchange, status, answer);
        });
  }

  Receiver on(String path, Handler handler) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            byte[] body = body(exchange);
            synchronized (this) {
              bodies.add(body);
              exchange
                  .getRequestHeaders()
                  .forEach(
                      (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
            }
            handler.handle(exchange, body);
          }
        });
    return this;
  }

  private static byte[] body(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    if ("gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
      try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
        return in.readAllBytes();
      }
    }
    return body;
  }

  static void respond(HttpExchange exchange, int status, byte[] answer) throws IOException {
    exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
    if (answer.length > 0) {
      exchange.getResponseBody().write(answer);
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  String url() {
    return "http://127.0.0.1:" + port();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
