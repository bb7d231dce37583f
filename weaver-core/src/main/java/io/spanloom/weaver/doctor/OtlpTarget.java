package io.spanloom.weaver.doctor;

import io.spanloom.weaver.doctor.Settings.Setting;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where and how the SDK would export traces.
 *
 * @param url the request's whole address
 * @param endpoint the setting it comes from
 * @param headers sent with every request; their values are secret
 * @param certificate a PEM file of trusted certificates, if one is set
 * @see <a href="https://opentelemetry.io/docs/specs/otel/protocol/exporter/">OpenTelemetry Protocol
 *     Exporter</a>
 */
record OtlpTarget(
    URI url,
    Setting endpoint,
    boolean grpc,
    Setting protocol,
    Map<String, String> headers,
    @Nullable Setting headersSetting,
    boolean gzip,
    Setting compression,
    Duration timeout,
    Setting timeoutSetting,
    @Nullable Setting certificate) {

  private static final String GRPC = "grpc";
  private static final String HTTP = "http/protobuf";
  private static final String GRPC_PATH =
      "/opentelemetry.proto.collector.trace.v1.TraceService/Export";
  private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~\\w-]+");
  private static final Pattern DURATION = Pattern.compile("(\\d+)\\s*(ms|s|m|h|d|)");

  /**
   * Reads the settings by the SDK's rules and defaults; in Java the protocol is gRPC unless it is
   * set.
   *
   * @throws DoctorException if the SDK would not start with them
   */
  static OtlpTarget of(Settings settings) throws DoctorException {
    Setting protocol = protocol(settings);
    boolean grpc = protocol.value().equals(GRPC);
    Setting compression = compression(settings);
    Setting timeout = settings.otlp("timeout", "10000");
    Setting headers = settings.otlp("headers");
    Setting ofTraces = settings.find("otel.exporter.otlp.traces.endpoint");
    Setting endpoint =
        ofTraces != null
            ? ofTraces
            : settings.otlp("endpoint", grpc ? "http://localhost:4317" : "http://localhost:4318");
    return new OtlpTarget(
        url(endpoint, grpc, ofTraces != null),
        endpoint,
        grpc,
        protocol,
        headers(headers),
        headers,
        compression.value().equals("gzip"),
        compression,
        duration(timeout),
        timeout,
        settings.otlp("certificate"));
  }

  private static Setting protocol(Settings settings) throws DoctorException {
    Setting protocol = settings.otlp("protocol", GRPC);
    if (!protocol.value().equals(GRPC) && !protocol.value().equals(HTTP)) {
      throw illegal(protocol, "The SDK for Java knows " + GRPC + " and " + HTTP + ".");
    }
    return protocol;
  }

  private static Setting compression(Settings settings) throws DoctorException {
    Setting compression = settings.otlp("compression", "none");
    if (!compression.value().equals("gzip") && !compression.value().equals("none")) {
      throw illegal(compression, "Known are gzip and none.");
    }
    return compression;
  }

  /** The path of traces is added to an endpoint of all signals, and to no other. */
  private static URI url(Setting endpoint, boolean grpc, boolean ofTraces) throws DoctorException {
    URI given = parsed(endpoint);
    String base = given.getScheme() + "://" + given.getRawAuthority();
    String path = given.getRawPath() == null ? "" : given.getRawPath();
    if (grpc) {
      return URI.create(base + GRPC_PATH);
    }
    if (ofTraces) {
      return URI.create(base + (path.isEmpty() ? "/" : path));
    }
    return URI.create(base + (path.endsWith("/") ? path : path + "/") + "v1/traces");
  }

  private static URI parsed(Setting endpoint) throws DoctorException {
    String printable = PrintableAddress.of(endpoint.value());
    try {
      URI uri = new URI(endpoint.value());
      if (uri.getHost() == null
          || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
        throw illegal(
            endpoint, printable, "It has to be an address such as http://localhost:4318.");
      }
      return uri;
    } catch (URISyntaxException malformed) {
      throw illegal(
          endpoint,
          printable,
          "It is no address: %s. Percent-encode a password's special characters."
              .formatted(malformed.getReason()));
    }
  }

  private static Map<String, String> headers(@Nullable Setting setting) throws DoctorException {
    Map<String, String> headers = new LinkedHashMap<>();
    if (setting == null) {
      return headers;
    }
    for (String header : setting.value().split(",", -1)) {
      int equals = header.indexOf('=');
      if (header.isBlank()) {
        continue;
      }
      if (equals < 1) {
        throw new DoctorException(
            "Cannot export: %s has an entry without '='. Write name=value,name=value; in values, percent-encode commas and blanks."
                .formatted(setting.origin()));
      }
      String name = header.substring(0, equals).strip();
      if (!HEADER_NAME.matcher(name).matches()) {
        throw new DoctorException(
            "Cannot export: %s has an entry whose name is not that of a header. Write name=value,name=value; in values, percent-encode commas and blanks."
                .formatted(setting.origin()));
      }
      headers.put(name, decoded(header.substring(equals + 1).strip()));
    }
    return headers;
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return value;
    }
  }

  private static Duration duration(Setting setting) throws DoctorException {
    Matcher matcher = DURATION.matcher(setting.value());
    if (!matcher.matches()) {
      throw illegal(setting, "Milliseconds are meant, such as 10000.");
    }
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      case "d" -> Duration.ofDays(amount);
      default -> Duration.ofMillis(amount);
    };
  }

  private static DoctorException illegal(Setting setting, String next) {
    return illegal(setting, PrintableAddress.word(setting.value()), next);
  }

  private static DoctorException illegal(Setting setting, String printable, String next) {
    return new DoctorException(
        "Cannot export: %s is %s. %s".formatted(setting.origin(), printable, next));
  }

  int port() {
    if (url.getPort() >= 0) {
      return url.getPort();
    }
    return url.getScheme().equals("https") ? 443 : 80;
  }

  /** The host as a socket wants it. */
  String host() {
    String host = url.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }
}
