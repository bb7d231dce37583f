package io.spanloom.weaver.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Asks a backend for the test trace.
 *
 * <p>Which backend, a template of an address says, or else those are tried whose usual port, on
 * this machine only, has their interface. Headers of the exporter go to the exporter's own host and
 * port alone.
 */
final class ReadBack {

  /** Stands for the trace's id in a template. */
  static final String TRACE_ID = "{traceId}";

  /** Instead of the id where braces are no part of an address. */
  private static final String PLACEHOLDER = "TRACE-ID";

  /** As a template: do not read back. */
  static final String NONE = "none";

  /**
   * An interface for reading traces.
   *
   * @param template the address, with {@value #TRACE_ID} in it
   */
  record Source(String name, String template) {

    String address(TestTrace trace) {
      return template.replace(TRACE_ID, trace.id());
    }

    /** The address without what must not be printed; a trace's id may be. */
    String printable(TestTrace trace) {
      return PrintableAddress.of(template.replace(TRACE_ID, PLACEHOLDER))
          .replace(PLACEHOLDER, trace.id());
    }
  }

  /** What asking led to; the last answer if the trace was not found. */
  record Found(boolean found, Duration after, String lastResponse) {}

  private static final Duration PATIENCE_OF_A_REQUEST = Duration.ofSeconds(5);
  private static final Duration BETWEEN = Duration.ofMillis(250);
  private static final long LONGEST_BODY = 16 << 20;

  private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1", "::1");

  /** By port and path, as the projects document them. */
  private static final List<Source> LOCAL_BACKENDS =
      List.of(
          new Source("Jaeger", "http://HOST:16686/api/traces/" + TRACE_ID),
          new Source("Grafana Tempo", "http://HOST:3200/api/traces/" + TRACE_ID),
          new Source("Zipkin", "http://HOST:9411/api/v2/trace/" + TRACE_ID),
          new Source("Apache SkyWalking", "http://HOST:9412/zipkin/api/v2/trace/" + TRACE_ID));

  private final OtlpTarget target;
  private final OkHttpClient client =
      new OkHttpClient.Builder().callTimeout(PATIENCE_OF_A_REQUEST).build();

  ReadBack(OtlpTarget target) {
    this.target = target;
  }

  /**
   * Where to ask.
   *
   * @param template what the user wants; null to look for known backends
   * @return null if there is nowhere to ask
   */
  @Nullable Source source(@Nullable String template, TestTrace trace) throws DoctorException {
    if (NONE.equals(template)) {
      return null;
    }
    if (template != null) {
      if (!template.contains(TRACE_ID)) {
        throw new DoctorException(
            "Cannot read back from %s: the address lacks %s. Write it where the trace's id belongs, or 'none'."
                .formatted(PrintableAddress.of(template), TRACE_ID));
      }
      return new Source("the backend", template);
    }
    if (!THIS_MACHINE.contains(target.host())) {
      return null;
    }
    return LOCAL_BACKENDS.stream()
        .map(
            source ->
                new Source(source.name, source.template.replace("HOST", target.url().getHost())))
        .filter(source -> isFound(source, trace))
        .findFirst()
        .orElse(null);
  }

  private boolean isFound(Source source, TestTrace trace) {
    try {
      ask(source, trace);
      return true;
    } catch (IOException nobody) {
      return false;
    }
  }

  /**
   * Asks until the trace is there or patience ends; backends take a while to show what they have.
   */
  Found find(Source source, TestTrace trace, Duration patience) {
    long start = System.nanoTime();
    String last = "";
    while (true) {
      try {
        Reply reply = ask(source, trace);
        last = "HTTP " + reply.status;
        if (reply.status / 100 == 2 && trace.isIn(reply.body)) {
          return new Found(true, since(start), last);
        }
      } catch (IOException failure) {
        last = failure.toString();
      }
      if (since(start).plus(BETWEEN).compareTo(patience) > 0 || !slept()) {
        return new Found(false, since(start), last);
      }
    }
  }

  private record Reply(int status, String body) {}

  private Reply ask(Source source, TestTrace trace) throws IOException {
    Request.Builder request;
    try {
      request =
          new Request.Builder().url(source.address(trace)).header("Accept", "application/json");
    } catch (IllegalArgumentException noAddress) {
      throw new IOException("it is not an address such as http://localhost:16686/…", noAddress);
    }
    headers(source).forEach(request::header);
    try (Response response = client.newCall(request.build()).execute()) {
      return new Reply(response.code(), response.peekBody(LONGEST_BODY).string());
    }
  }

  private Map<String, String> headers(Source source) {
    try {
      String authority = new URI(source.template.replace(TRACE_ID, "")).getRawAuthority();
      return target.url().getRawAuthority().equals(authority) ? target.headers() : Map.of();
    } catch (URISyntaxException lenient) {
      return Map.of();
    }
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static boolean slept() {
    try {
      Thread.sleep(BETWEEN.toMillis());
      return true;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
