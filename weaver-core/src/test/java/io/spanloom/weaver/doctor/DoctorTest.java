package io.spanloom.weaver.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoctorTest {

  private final List<String> lines = new ArrayList<>();

  @Test
  void readsBackWhatWasAccepted() throws Exception {
    try (Receiver receiver = new Receiver().accepting()) {
      String[] last = new String[1];
      receiver.on(
          "/api/traces/",
          (exchange, body) -> {
            byte[] first;
            synchronized (receiver) {
              first = receiver.bodies.get(0);
            }
            last[0] = exchange.getRequestURI().getPath();
            Receiver.respond(exchange, 200, spanIds(first).toString().getBytes(UTF_8));
          });

      examine(http(receiver), receiver.url() + "/api/traces/{traceId}", 10);

      Span agent = spans(receiver.bodies.get(0)).get(0);
      assertThat(last[0]).endsWith(HexFormat.of().formatHex(agent.getTraceId().toByteArray()));
      assertThat(lines).last().isEqualTo("Spans arrive.");
      assertThat(String.join("\n", lines))
          .contains("Answered: HTTP 200")
          .contains("Read back from " + receiver.url() + last[0]);
    }
  }

  @Test
  void sendsATraceLikeThoseOfWovenPrograms() throws Exception {
    try (Receiver receiver = new Receiver().accepting()) {
      Map<String, String> environment = http(receiver);
      environment.put("OTEL_EXPORTER_OTLP_COMPRESSION", "gzip");
      environment.put("OTEL_EXPORTER_OTLP_HEADERS", "x-api-key=abc%20def");
      environment.put("OTEL_RESOURCE_ATTRIBUTES", "openinference.project.name=doc,service.name=no");

      examine(environment, "none", 1);

      ExportTraceServiceRequest request =
          ExportTraceServiceRequest.parseFrom(receiver.bodies.get(0));
      assertThat(request.getResourceSpans(0).getResource().getAttributesList())
          .extracting(it -> it.getKey() + "=" + it.getValue().getStringValue())
          .containsExactly("service.name=spanloom-doctor", "openinference.project.name=doc");
      List<Span> spans = spans(receiver.bodies.get(0));
      assertThat(spans)
          .extracting(Span::getName)
          .containsExactly(
              "invoke_agent spanloom_doctor", "chat test-model", "execute_tool test_tool");
      assertThat(spans.get(2).getLinks(0).getSpanId()).isEqualTo(spans.get(1).getSpanId());
      assertThat(receiver.headers)
          .containsEntry("content-encoding", "gzip")
          .containsEntry("content-type", "application/x-protobuf")
          .containsEntry("x-api-key", "abc def");
    }
  }

  @Test
  void acceptedButNowhereToReadBackSaysSo() throws Exception {
    try (Receiver receiver = new Receiver().accepting()) {
      examine(http(receiver), "none", 1);

      assertThat(lines)
          .last()
          .asString()
          .startsWith("Accepted, but not read back: look for trace ");
    }
  }

  @Test
  void acceptedAndDroppedIsAFailure() throws Exception {
    try (Receiver receiver = new Receiver().accepting()) {
      receiver.on(
          "/api/traces/",
          (exchange, body) ->
              Receiver.respond(exchange, 200, ("no " + exchange.getRequestURI()).getBytes(UTF_8)));

      assertThatThrownBy(() -> examine(http(receiver), receiver.url() + "/api/traces/{traceId}", 0))
          .isInstanceOf(DoctorException.class)
          .hasMessageStartingWith("Cannot find the trace again: " + receiver.url())
          .hasMessageContaining("did not show it")
          .hasMessageContaining("HTTP 200");
    }
  }

  @Test
  void refusedConnectionIsReported() throws IOException {
    int port = closedPort();

    assertThatThrownBy(() -> examine(environment("http://127.0.0.1:" + port), null, 1))
        .isInstanceOf(DoctorException.class)
        .hasMessageContaining("Connection refused")
        .hasMessageContaining("Nothing listens there")
        .hasMessageContaining("OTEL_EXPORTER_OTLP_ENDPOINT");
  }

  @Test
  void unknownHostIsReported() {
    assertThatThrownBy(() -> examine(environment("http://nowhere.invalid:4318"), null, 1))
        .hasMessageContaining("no host is called nowhere.invalid");
  }

  @ParameterizedTest
  @CsvSource({
    "404, the port is another service's",
    "500, The receiver failed",
    "401, OTEL_EXPORTER_OTLP_HEADERS",
    "403, OTEL_EXPORTER_OTLP_HEADERS",
    "415, OTEL_EXPORTER_OTLP_PROTOCOL=grpc",
    "413, too big",
    "400, does not understand",
    "503, not available"
  })
  void printsTheStatusAndItsCause(int status, String advice) throws Exception {
    try (Receiver receiver =
        new Receiver().answering(status, "text/plain", "because of this".getBytes(UTF_8))) {
      assertThatThrownBy(() -> examine(http(receiver), null, 1))
          .isInstanceOf(DoctorException.class)
          .hasMessageContaining("it answered HTTP " + status)
          .hasMessageContaining(advice);
      assertThat(lines).anyMatch(line -> line.contains("because of this"));
    }
  }

  @Test
  void tracesEndpointIsUsedAsItIs() throws Exception {
    try (Receiver receiver = new Receiver().accepting()) {
      Map<String, String> environment = new HashMap<>();
      environment.put("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
      environment.put("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", receiver.url());

      assertThatThrownBy(() -> examine(environment, null, 1))
          .hasMessageContaining("HTTP 404")
          .hasMessageContaining(
              "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT is used as it is: it has to end in /v1/traces");
    }
  }

  @Test
  void redirectionsAreNotFollowed() throws Exception {
    try (Receiver receiver = new Receiver()) {
      receiver.on(
          "/v1/traces",
          (exchange, body) -> {
            exchange.getResponseHeaders().set("Location", "https://elsewhere.example/v1/traces");
            Receiver.respond(exchange, 307, new byte[0]);
          });

      assertThatThrownBy(() -> examine(http(receiver), null, 1))
          .hasMessageContaining("HTTP 307")
          .hasMessageContaining("set the endpoint to https://elsewhere.example/v1/traces");
    }
  }

  @Test
  void retryAfterIsPrinted() throws Exception {
    try (Receiver receiver = new Receiver()) {
      receiver.on(
          "/v1/traces",
          (exchange, body) -> {
            exchange.getResponseHeaders().set("Retry-After", "30");
            Receiver.respond(exchange, 429, new byte[0]);
          });

      assertThatThrownBy(() -> examine(http(receiver), null, 1))
          .hasMessageContaining("HTTP 429")
          .hasMessageContaining("retry-after 30");
    }
  }

  @Test
  void aWebPageIsNoReceiver() throws Exception {
    try (Receiver receiver =
        new Receiver().answering(200, "text/html", "<html>Hello</html>".getBytes(UTF_8))) {
      assertThatThrownBy(() -> examine(http(receiver), null, 1))
          .hasMessageContaining("HTTP 200")
          .hasMessageContaining("The answer is not OTLP's");
    }
  }

  @Test
  void partialSuccessIsAFailureWhereSpansWereRejected() throws Exception {
    try (Receiver receiver = new Receiver().answering(200, "application/x-protobuf", partial(2))) {
      assertThatThrownBy(() -> examine(http(receiver), null, 1))
          .hasMessageContaining("rejected 2 of its 3 spans: too old");
    }
  }

  @Test
  void warningOfAReceiverThatTookAllIsPrinted() throws Exception {
    try (Receiver receiver = new Receiver().answering(200, "application/x-protobuf", partial(0))) {
      examine(http(receiver), "none", 1);

      assertThat(lines)
          .anyMatch(line -> line.endsWith("The receiver took all spans, and warns: too old"));
    }
  }

  private static byte[] partial(int rejected) {
    return ExportTraceServiceResponse.newBuilder()
        .setPartialSuccess(
            ExportTracePartialSuccess.newBuilder()
                .setRejectedSpans(rejected)
                .setErrorMessage("too old"))
        .build()
        .toByteArray();
  }

  @Test
  void timeoutBoundsAnEndpointThatNeverAnswers() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Map<String, String> environment = environment("http://127.0.0.1:" + silent.getLocalPort());
      environment.put("OTEL_EXPORTER_OTLP_TIMEOUT", "300");

      assertThatThrownBy(() -> examine(environment, null, 1))
          .hasMessageContaining("It did not answer within 300 ms");
    }
  }

  /** The first bytes of gRPC's servers: HTTP/2 settings, whatever the client says. */
  @Test
  void httpSpokenToAGrpcPortIsRecognized() throws Exception {
    byte[] settings = {0, 0, 6, 4, 0, 0, 0, 0, 0, 0, 4, 0, 0, (byte) 0xff, (byte) 0xff};
    try (Greeter grpc = new Greeter(settings)) {
      assertThatThrownBy(() -> examine(environment("http://127.0.0.1:" + grpc.port()), null, 1))
          .hasMessageContaining("does not speak HTTP/1.1")
          .hasMessageContaining("OTEL_EXPORTER_OTLP_PROTOCOL=grpc");
    }
  }

  @Test
  void grpcSpokenToAnHttpPortIsRecognized() throws Exception {
    try (Receiver receiver = new Receiver().accepting()) {
      Map<String, String> environment = new HashMap<>();
      environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.url());

      assertThatThrownBy(() -> examine(environment, null, 1))
          .hasMessageContaining("does not speak gRPC")
          .hasMessageContaining("OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf");
    }
  }

  @Test
  void httpsSpokenToAPlainPortIsRecognized() throws Exception {
    byte[] rejection = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n".getBytes(UTF_8);
    try (Greeter plain = new Greeter(rejection)) {
      assertThatThrownBy(() -> examine(environment("https://127.0.0.1:" + plain.port()), null, 1))
          .hasMessageContaining("The endpoint speaks plain HTTP: write http://");
    }
  }

  @Test
  void httpsSpokenToAPlainPortThatWaitsForMoreTimesOut() throws Exception {
    try (Receiver receiver = new Receiver().accepting()) {
      Map<String, String> environment = environment("https://127.0.0.1:" + receiver.port());
      environment.put("OTEL_EXPORTER_OTLP_TIMEOUT", "300");

      assertThatThrownBy(() -> examine(environment, null, 1))
          .hasMessageContaining("It did not answer within 300 ms")
          .hasMessageContaining("a port that expects http://");
    }
  }

  @Test
  void secretsAreNeverPrinted() throws Exception {
    try (Receiver receiver =
        new Receiver()
            .answering(401, "text/plain", "bad token s3cr3t-t0ken here".getBytes(UTF_8))) {
      Map<String, String> environment = http(receiver);
      environment.put(
          "OTEL_EXPORTER_OTLP_HEADERS", "authorization=Bearer%20s3cr3t-t0ken,x-key=other-s3cret");
      environment.put(
          "OTEL_EXPORTER_OTLP_ENDPOINT", "http://user:pa55word@127.0.0.1:" + receiver.port());

      assertThatThrownBy(() -> examine(environment, null, 1))
          .hasMessageNotContainingAny("s3cr3t-t0ken", "other-s3cret", "pa55word")
          .hasNoCause();

      assertThat(String.join("\n", lines))
          .doesNotContain("s3cr3t-t0ken", "other-s3cret", "pa55word")
          .contains("authorization=****, x-key=****", "bad token **** here");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENDPOINT=http://user:s3cret@127.0.0.1:PORT",
        "ENDPOINT=http://user:p@s3cret@127.0.0.1:PORT",
        "ENDPOINT=user:s3cret@127.0.0.1:PORT",
        "ENDPOINT=http://user:pa s3cret@127.0.0.1:PORT",
        "ENDPOINT=http://user:12/s3cret@127.0.0.1:PORT",
        "ENDPOINT=http://user:%s3cret@127.0.0.1:PORT",
        "ENDPOINT=http://127.0.0.1:PORT?token=s3cret",
        "ENDPOINT=http://s3cret@nowhere.invalid:PORT",
        "ENDPOINT=http://user:s3cret@my_host:PORT",
        "TRACES_ENDPOINT=s3cret",
        "TRACES_ENDPOINT=http://127.0.0.1:PORT/v1/traces?key=s3cret#s3cret",
        "HEADERS=authorization: Bearer s3cret=",
        "HEADERS=s3cret",
        "HEADERS=x-key=s3cret%0Aplus",
        "HEADERS=x-key=s3cret%C3%A9",
        "HEADERS=authorization=Basic%20s3cret",
        "PROTOCOL=http://user:s3cret@127.0.0.1",
        "COMPRESSION=http://user:s3cret@127.0.0.1",
        "TIMEOUT=http://user:s3cret@127.0.0.1",
        "CERTIFICATE=-----BEGIN PRIVATE KEY----- s3cret",
        "CERTIFICATE=https://user:s3cret@127.0.0.1/ca.pem",
      })
  void noSettingsSecretIsPrintedHoweverMalformed(String setting) throws Exception {
    try (Receiver receiver =
        new Receiver().answering(401, "text/plain", "not s3cret".getBytes(UTF_8))) {
      Map<String, String> environment = http(receiver);
      String[] parts = setting.replace("PORT", "" + receiver.port()).split("=", 2);
      environment.put("OTEL_EXPORTER_OTLP_" + parts[0], parts[1]);

      assertThatThrownBy(() -> examine(environment, "none", 1))
          .isInstanceOf(DoctorException.class)
          .hasMessageNotContainingAny("s3cret", "ret@")
          .hasNoCause();
    }

    assertThat(lines).noneMatch(line -> line.contains("s3cret"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://user:s3cret@127.0.0.1:PORT/t/{traceId}",
        "http://user:p@s3cret@127.0.0.1:PORT/t/{traceId}",
        "http://user:pa s3cret@127.0.0.1:PORT/t/{traceId}",
        "user:s3cret@127.0.0.1:PORT/t/{traceId}",
        "http://127.0.0.1:PORT/t/{traceId}?token=s3cret",
        "http://127.0.0.1:PORT/t/s3cret-with-0123456789/{traceId}",
        "http://user:s3cret@127.0.0.1:PORT/without",
        "s3cret"
      })
  void noBackendsSecretIsPrintedEither(String readBack) throws Exception {
    try (Receiver receiver = new Receiver().accepting()) {
      String template = readBack.replace("PORT", "" + receiver.port());

      assertThatThrownBy(() -> examine(http(receiver), template, 0))
          .isInstanceOf(DoctorException.class)
          .hasMessageNotContainingAny("s3cret", "ret@")
          .hasNoCause();
    }

    assertThat(lines).noneMatch(line -> line.contains("s3cret"));
  }

  @Test
  void whereARedirectionLeadsIsMaskedToo() throws Exception {
    try (Receiver receiver = new Receiver()) {
      receiver.on(
          "/v1/traces",
          (exchange, body) -> {
            exchange
                .getResponseHeaders()
                .set("Location", "https://user:s3cret@login.example/in?token=s3cret");
            Receiver.respond(exchange, 302, new byte[0]);
          });

      assertThatThrownBy(() -> examine(http(receiver), null, 1))
          .hasMessageContaining("set the endpoint to https://****@login.example/in?****")
          .hasMessageNotContaining("s3cret");
    }
    assertThat(lines).noneMatch(line -> line.contains("s3cret"));
  }

  @Test
  void headersGoToTheExportersOwnHostOnly() throws Exception {
    try (Receiver receiver = new Receiver().accepting();
        Receiver backend = new Receiver()) {
      backend.on("/t/", (exchange, body) -> Receiver.respond(exchange, 404, new byte[0]));
      Map<String, String> environment = http(receiver);
      environment.put("OTEL_EXPORTER_OTLP_HEADERS", "x-key=secret");

      assertThatThrownBy(() -> examine(environment, backend.url() + "/t/{traceId}", 0))
          .hasMessageContaining("HTTP 404");

      assertThat(receiver.headers).containsKey("x-key");
      assertThat(backend.headers).isNotEmpty().doesNotContainKey("x-key");
    }
  }

  @Test
  void printsTheSettingsThatKeepSpansFromTheEndpoint() throws Exception {
    try (Receiver receiver = new Receiver().accepting()) {
      Map<String, String> environment = http(receiver);
      environment.put("OTEL_TRACES_EXPORTER", "console");
      environment.put("OTEL_TRACES_SAMPLER", "always_off");

      examine(environment, "none", 1);

      assertThat(lines)
          .anyMatch(line -> line.contains("Mind: OTEL_TRACES_EXPORTER is console"))
          .anyMatch(line -> line.contains("Mind: OTEL_TRACES_SAMPLER is always_off"));
    }
  }

  @Test
  void templateWithoutTheIdIsAnError() throws Exception {
    try (Receiver receiver = new Receiver().accepting()) {
      assertThatThrownBy(() -> examine(http(receiver), "http://localhost/x", 1))
          .hasMessageContaining("lacks {traceId}");
    }
  }

  private void examine(Map<String, String> environment, String readBack, int patience)
      throws DoctorException {
    Doctor.examine(
        new DoctorRequest(Map.of(), environment, readBack, Duration.ofSeconds(patience)),
        lines::add);
  }

  private static Map<String, String> http(Receiver receiver) {
    return environment(receiver.url());
  }

  private static Map<String, String> environment(String endpoint) {
    Map<String, String> environment = new HashMap<>();
    environment.put("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
    environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint);
    return environment;
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static List<String> spanIds(byte[] request) throws IOException {
    return spans(request).stream()
        .map(span -> HexFormat.of().formatHex(span.getSpanId().toByteArray()))
        .toList();
  }

  private static List<Span> spans(byte[] request) throws IOException {
    return ExportTraceServiceRequest.parseFrom(request)
        .getResourceSpans(0)
        .getScopeSpans(0)
        .getSpansList();
  }
}
