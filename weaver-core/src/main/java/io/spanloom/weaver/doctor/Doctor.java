package io.spanloom.weaver.doctor;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.spanloom.weaver.doctor.Settings.Setting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether spans that are exported with the settings in force arrive, step by step, and
 * says what each step found.
 */
public final class Doctor {

  private final DoctorRequest request;
  private final Settings settings;
  private final OtlpTarget target;
  private final Secrets secrets;
  private final Consumer<String> out;

  private Doctor(
      DoctorRequest request, Settings settings, OtlpTarget target, Consumer<String> out) {
    this.request = request;
    this.settings = settings;
    this.target = target;
    List<@Nullable String> addresses = new ArrayList<>();
    addresses.add(target.endpoint().value());
    addresses.add(request.readBack());
    this.secrets = new Secrets(target.headers().values(), addresses);
    this.out = out;
  }

  /**
   * Sends a test trace and looks for it.
   *
   * @param out takes what is found, line by line
   * @throws DoctorException if the trace was not delivered
   */
  public static void examine(DoctorRequest request, Consumer<String> out) throws DoctorException {
    Settings settings = new Settings(request.properties(), request.environment());
    Doctor doctor = new Doctor(request, settings, OtlpTarget.of(settings), out);
    try {
      doctor.examine();
    } catch (DoctorException undelivered) {
      String message = doctor.secrets.masked(String.valueOf(undelivered.getMessage()));
      throw new DoctorException(message);
    } catch (RuntimeException unusable) {
      // Libraries quote the address or header that they cannot use.
      throw new DoctorException(
          "Cannot export: the settings for %s make the exporter fail with %s. Check %s and the headers for characters that they may not have."
              .formatted(
                  PrintableAddress.of(doctor.target.url()),
                  unusable.getClass().getSimpleName(),
                  doctor.target.endpoint().origin()));
    }
  }

  private void examine() throws DoctorException {
    printSettings();
    connect();
    TestTrace trace = new TestTrace(settings, Instant.now());
    send(trace);
    readBack(trace);
  }

  private void printSettings() {
    say("The settings of the OpenTelemetry SDK for traces, as they are in force here:");
    setting("endpoint", PrintableAddress.of(target.url()), target.endpoint());
    setting("protocol", target.protocol().value(), target.protocol());
    setting("compression", target.compression().value(), target.compression());
    setting("timeout", shown(target.timeout()), target.timeoutSetting());
    setting("headers", names(), target.headersSetting());
    if (target.certificate() != null) {
      setting("certificate", PemTrust.printable(target.certificate()), target.certificate());
    }
    printExporterWarnings();
  }

  private void setting(String name, String value, @Nullable Setting setting) {
    String origin = setting == null ? "" : "  (" + setting.origin() + ")";
    say("  %-12s %s%s".formatted(name, value, origin));
  }

  private String names() {
    return target.headers().isEmpty()
        ? "none"
        : target.headers().keySet().stream()
            .map(name -> PrintableAddress.looksLikeToken(name) ? PrintableAddress.MASK : name)
            .map(name -> name + "=" + PrintableAddress.MASK)
            .collect(Collectors.joining(", "));
  }

  /** Settings that keep spans from this endpoint, however well it answers. */
  private void printExporterWarnings() {
    Setting exporter = settings.find("otel.traces.exporter");
    if (exporter != null
        && !Arrays.asList(exporter.value().split("\\s*,\\s*", -1)).contains("otlp")) {
      say(
          "  Mind: %s is %s, so programs do not export traces over OTLP."
              .formatted(exporter.origin(), PrintableAddress.word(exporter.value())));
    }
    Setting disabled = settings.find("otel.sdk.disabled");
    if (disabled != null && disabled.value().equalsIgnoreCase("true")) {
      say("  Mind: %s is true, so programs export nothing.".formatted(disabled.origin()));
    }
    Setting sampler = settings.find("otel.traces.sampler");
    if (sampler != null && sampler.value().endsWith("always_off")) {
      say(
          "  Mind: %s is %s, so programs record nothing."
              .formatted(sampler.origin(), PrintableAddress.word(sampler.value())));
    }
    if (settings.otlp("client.key") != null) {
      say("  Mind: a client key is set; the doctor does not present it.");
    }
  }

  private void connect() throws DoctorException {
    List<Proxy> proxies = ProxySelector.getDefault().select(target.url());
    if (!proxies.isEmpty() && proxies.get(0).type() != Proxy.Type.DIRECT) {
      say("Connects through a proxy: " + printable(proxies.get(0).address()));
      return;
    }
    try {
      InetAddress[] addresses = InetAddress.getAllByName(target.host());
      say(
          "Resolved %s: %s"
              .formatted(
                  target.host(),
                  Arrays.stream(addresses)
                      .map(InetAddress::getHostAddress)
                      .collect(Collectors.joining(", "))));
      connect(addresses);
    } catch (UnknownHostException unknown) {
      throw undelivered(
          "no host is called " + target.host(), new Remedy(target).on(unknown), unknown);
    }
  }

  private static String printable(@Nullable SocketAddress proxy) {
    return proxy instanceof InetSocketAddress address
        ? PrintableAddress.of("proxy://" + address.getHostString() + ":" + address.getPort())
            .substring("proxy://".length())
        : PrintableAddress.MASK;
  }

  private void connect(InetAddress[] addresses) throws DoctorException {
    IOException last = new IOException("no address");
    for (InetAddress address : addresses) {
      long start = System.nanoTime();
      try (Socket socket = new Socket()) {
        socket.connect(
            new InetSocketAddress(address, target.port()), (int) target.timeout().toMillis());
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        say("Connected to port %d in %s".formatted(target.port(), shown(took)));
        return;
      } catch (IOException failure) {
        last = failure;
      }
    }
    throw undelivered(reason(last), new Remedy(target).on(last) + otherPort(), last);
  }

  /** A receiver for the other protocol, on its usual port beside the default. */
  private String otherPort() {
    int other = target.grpc() ? 4318 : 4317;
    if (!target.endpoint().origin().equals("default")) {
      return "";
    }
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(target.host(), other), 500);
      return " Something listens on port %d: set OTEL_EXPORTER_OTLP_PROTOCOL=%s to use it."
          .formatted(other, target.grpc() ? "http/protobuf" : "grpc");
    } catch (IOException nothing) {
      return "";
    }
  }

  private void send(TestTrace trace) throws DoctorException {
    OtlpSender sender = new OtlpSender(target);
    ExportTraceServiceRequest spans = trace.request();
    EndpointResponse response;
    try {
      say(
          "Sent trace %s: %d spans of service %s, %,d bytes"
              .formatted(trace.id(), TestTrace.SPANS, trace.service(), sender.size(spans)));
      response = sender.send(spans);
    } catch (IOException failure) {
      throw undelivered(reason(failure), new Remedy(target).on(failure), failure);
    }
    say("Answered: " + response.summary());
    if (!response.text().isBlank()) {
      say("  " + response.text());
    }
    if (!response.isAccepted()) {
      throw undelivered("it answered " + response.summary(), new Remedy(target).on(response), null);
    }
    if (!response.rejection().isBlank()) {
      say("  The receiver took all spans, and warns: " + response.rejection());
    }
  }

  private void readBack(TestTrace trace) throws DoctorException {
    ReadBack backend = new ReadBack(target);
    ReadBack.Source source = backend.source(request.readBack(), trace);
    if (source == null) {
      say(
          "Accepted, but not read back: look for trace %s of service %s in your backend, or name its address of a trace with -Dspanloom.doctor.readBack=URL, such as http://localhost:16686/api/traces/{traceId}."
              .formatted(trace.id(), trace.service()));
      return;
    }
    ReadBack.Found found = backend.find(source, trace, request.patience());
    if (!found.found()) {
      throw new DoctorException(
          "Cannot find the trace again: %s accepted it, and %s did not show it within %s (%s, %s). Either it was dropped on the way, by sampling, a filter, or a pipeline that leads elsewhere, or it takes longer: -Dspanloom.doctor.patience=SECONDS waits, -Dspanloom.doctor.readBack=none does not look."
              .formatted(
                  PrintableAddress.of(target.url()),
                  source.name(),
                  shown(request.patience()),
                  source.printable(trace),
                  found.lastResponse()));
    }
    say("Read back from %s after %s".formatted(source.printable(trace), shown(found.after())));
    say("Spans arrive.");
  }

  private DoctorException undelivered(String reason, String advice, @Nullable Throwable cause) {
    return new DoctorException(
        "Cannot deliver spans to %s: %s. %s"
            .formatted(PrintableAddress.of(target.url()), reason, advice),
        cause);
  }

  private static String reason(IOException failure) {
    String message = failure.getMessage();
    String type = failure.getClass().getSimpleName();
    return message == null
        ? type
        : type + ", " + message.replaceAll("[\\p{Cntrl}\\uFFFD]+", "").strip();
  }

  static String shown(Duration duration) {
    return duration.compareTo(Duration.ofSeconds(1)) < 0
        ? duration.toMillis() + " ms"
        : String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0).replace(".0 ", " ");
  }

  private void say(String line) {
    out.accept(secrets.masked(line));
  }
}
