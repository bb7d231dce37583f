package io.spanloom.weaver.doctor;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Objects;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** What commonly is behind an answer, or behind none, and what to do next. */
final class Remedy {

  private static final int GRPC_PORT = 4317;
  private static final int HTTP_PORT = 4318;

  private final OtlpTarget target;

  Remedy(OtlpTarget target) {
    this.target = target;
  }

  /** About an answer that is no acceptance. */
  String on(EndpointResponse response) {
    if (response.rejected() > 0) {
      return "The receiver took the request and rejected %d of its %d spans: %s. See its limits and its logs."
          .formatted(
              response.rejected(),
              TestTrace.SPANS,
              response.rejection().isBlank() ? "it does not say why" : response.rejection());
    }
    Integer grpc = response.grpcStatus();
    if (grpc != null && grpc != 0) {
      return onGrpc(grpc);
    }
    if (target.grpc() && grpc == null) {
      return "It is no gRPC answer. " + orHttp();
    }
    return onHttp(response);
  }

  private String onGrpc(int status) {
    return switch (status) {
      case GrpcStatus.UNAUTHENTICATED, GrpcStatus.PERMISSION_DENIED -> credentials();
      case GrpcStatus.UNIMPLEMENTED ->
          "A gRPC server is there, but it takes no OTLP traces. Use the port of its OTLP receiver.";
      case GrpcStatus.RESOURCE_EXHAUSTED, GrpcStatus.UNAVAILABLE -> busy();
      default -> "The receiver understood and refused. Its logs say more.";
    };
  }

  private String onHttp(EndpointResponse response) {
    int status = response.status();
    if (status >= 200 && status < 300) {
      return "The answer is not OTLP's: a web page or a proxy is there, and the spans are lost. Use the port of the OTLP receiver, "
          + HTTP_PORT
          + " by default.";
    }
    if (status >= 300 && status < 400) {
      return "Spans sent to a redirection may be lost: set the endpoint to %s."
          .formatted(
              response.location() == null
                  ? "where it leads"
                  : PrintableAddress.of(response.location()));
    }
    return switch (status) {
      case 400 ->
          "The receiver does not understand the request: it expects https://, a proxy in between changed it, or it is no OTLP receiver.";
      case 401, 403 -> credentials();
      case 404, 405 -> path();
      case 413 ->
          "The receiver takes smaller requests only; even a test trace is too big. Raise its limit.";
      case 415 ->
          "The receiver does not take protobuf over HTTP. Set OTEL_EXPORTER_OTLP_PROTOCOL=grpc if it speaks gRPC, or another endpoint.";
      case 429, 502, 503, 504 -> busy();
      default -> "The receiver failed; its logs say more. Spans that are answered so are lost.";
    };
  }

  private String path() {
    String path = target.url().getRawPath();
    if (path.endsWith("/v1/traces")) {
      return "Nothing takes traces at %s: the port is another service's, such as the backend's user interface, or the path has a prefix. The OTLP receiver has a port of its own, %d by default."
          .formatted(PrintableAddress.of(target.url()), HTTP_PORT);
    }
    return "%s is used as it is: it has to end in /v1/traces, unless the backend says otherwise."
        .formatted(target.endpoint().origin());
  }

  private static String credentials() {
    return "Set OTEL_EXPORTER_OTLP_HEADERS as the backend asks, such as authorization=Bearer%20TOKEN; blanks in values are written %20.";
  }

  private static String busy() {
    return "The receiver, or what is behind it, is not available or has too much to do; the exporter would try again a few times. Look whether it is up, then run this again.";
  }

  /** About no answer at all. */
  String on(IOException failure) {
    if (failure instanceof UnknownHostException) {
      return "No such host. Check the name in %s.".formatted(target.endpoint().origin());
    }
    if (failure instanceof SSLException tls) {
      return tls(tls);
    }
    if (failure instanceof ConnectException) {
      return "Nothing listens there. Start the receiver, or set %s."
          .formatted(
              target.endpoint().origin().equals("default")
                  ? "OTEL_EXPORTER_OTLP_ENDPOINT"
                  : target.endpoint().origin());
    }
    if (failure instanceof InterruptedIOException || failure instanceof SocketTimeoutException) {
      return "It did not answer within %s. Something takes connections there and drops what it is sent: a firewall, a proxy, %s a receiver that hangs."
          .formatted(
              Doctor.shown(target.timeout()),
              target.url().getScheme().equals("https") ? "a port that expects http://, or" : "or");
    }
    return target.grpc() ? "What is there does not speak gRPC. " + orHttp() : notHttp(failure);
  }

  private String tls(SSLException failure) {
    String message = Objects.requireNonNullElse(failure.getMessage(), "").toLowerCase(Locale.ROOT);
    if (message.contains("unrecognized ssl message") || message.contains("plaintext")) {
      return "The endpoint speaks plain HTTP: write http:// in %s."
          .formatted(target.endpoint().origin());
    }
    if (failure instanceof SSLHandshakeException && message.contains("certification path")) {
      return "Its certificate is signed by nobody whom this JVM trusts: set OTEL_EXPORTER_OTLP_CERTIFICATE to a PEM file with the signer's certificate.";
    }
    return "TLS failed: see whether the host's name is in its certificate, and whether it asks for a certificate of the client's.";
  }

  private String notHttp(IOException failure) {
    boolean otherProtocol =
        failure instanceof ProtocolException
            || failure instanceof EOFException
            || String.valueOf(failure.getMessage()).contains("unexpected end of stream");
    if (!otherProtocol) {
      return "The connection broke before an answer came. See the receiver's logs, and for a proxy in between.";
    }
    return "What is there does not speak HTTP/1.1: a gRPC port, such as %d, or one for https. Set OTEL_EXPORTER_OTLP_PROTOCOL=grpc, or the port for HTTP, %d by default."
        .formatted(GRPC_PORT, HTTP_PORT);
  }

  private static String orHttp() {
    return "Set OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf if it is a port for HTTP, such as %d; the port for gRPC is %d by default."
        .formatted(HTTP_PORT, GRPC_PORT);
  }
}
