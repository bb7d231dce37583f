package io.spanloom.weaver.doctor;

import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Sends an export request as the SDK's exporter does, once, and keeps the whole answer.
 *
 * <p>The exporter itself reports failures to a logger only, a partial success not at all, and tries
 * again where we want to know.
 */
final class OtlpSender {

  private static final int GRPC_PREFIX = 5;
  private static final int LONGEST_TEXT = 500;
  private static final long LONGEST_BODY = 1 << 20;

  private final OtlpTarget target;
  private final OkHttpClient client;

  OtlpSender(OtlpTarget target) throws DoctorException {
    this.target = target;
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .callTimeout(target.timeout())
            .connectTimeout(target.timeout())
            .readTimeout(target.timeout())
            .writeTimeout(target.timeout())
            .followRedirects(false)
            .retryOnConnectionFailure(false);
    if (target.grpc()) {
      builder.protocols(
          target.url().getScheme().equals("https")
              ? List.of(Protocol.HTTP_2, Protocol.HTTP_1_1)
              : List.of(Protocol.H2_PRIOR_KNOWLEDGE));
    }
    if (target.certificate() != null) {
      PemTrust trust = PemTrust.in(target.certificate());
      builder.sslSocketFactory(trust.sockets(), trust.manager());
    }
    this.client = builder.build();
  }

  /** How many bytes go over the wire. */
  int size(ExportTraceServiceRequest request) throws IOException {
    return body(request).length;
  }

  EndpointResponse send(ExportTraceServiceRequest request) throws IOException {
    String type = target.grpc() ? "application/grpc" : "application/x-protobuf";
    Request.Builder http =
        new Request.Builder()
            .url(target.url().toString())
            .header("User-Agent", "spanloom-doctor")
            .post(RequestBody.create(body(request), MediaType.get(type)));
    if (target.grpc()) {
      http.header("te", "trailers");
    }
    if (target.gzip()) {
      http.header(target.grpc() ? "grpc-encoding" : "Content-Encoding", "gzip");
    }
    target.headers().forEach(http::header);
    try (Response response = client.newCall(http.build()).execute()) {
      return response(response);
    } finally {
      client.dispatcher().executorService().shutdown();
      client.connectionPool().evictAll();
    }
  }

  private byte[] body(ExportTraceServiceRequest request) throws IOException {
    byte[] message = request.toByteArray();
    byte[] sent = target.gzip() ? zipped(message) : message;
    return target.grpc()
        ? ByteBuffer.allocate(GRPC_PREFIX + sent.length)
            .put((byte) (target.gzip() ? 1 : 0))
            .putInt(sent.length)
            .put(sent)
            .array()
        : sent;
  }

  private static byte[] zipped(byte[] message) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(message);
    }
    return bytes.toByteArray();
  }

  private EndpointResponse response(Response response) throws IOException {
    byte[] body = response.peekBody(LONGEST_BODY).bytes();
    Integer grpcStatus = null;
    String message = response.message();
    if (target.grpc()) {
      response.body().source().skip(Math.min(body.length, LONGEST_BODY));
      grpcStatus = number(trailer(response, "grpc-status"));
      message = decoded(trailer(response, "grpc-message"));
    }
    ExportTraceServiceResponse parsed = message(response, body);
    ExportTracePartialSuccess partial =
        parsed == null
            ? ExportTracePartialSuccess.getDefaultInstance()
            : parsed.getPartialSuccess();
    return new EndpointResponse(
        response.code(),
        grpcStatus,
        message,
        response.header("Content-Type", ""),
        response.header("Location"),
        response.header("Retry-After"),
        response.header("Server"),
        parsed == null ? text(body) : "",
        partial.getRejectedSpans(),
        partial.getErrorMessage(),
        parsed != null && target.grpc() == (grpcStatus != null));
  }

  /** With an answer that is nothing but headers, gRPC's status is among these. */
  private static @Nullable String trailer(Response response, String name) throws IOException {
    String header = response.header(name);
    return header == null && response.body().source().exhausted()
        ? response.trailers().get(name)
        : header;
  }

  private static @Nullable Integer number(@Nullable String text) {
    return text == null || !text.matches("\\d{1,4}") ? null : (Integer) Integer.parseInt(text);
  }

  private static String decoded(@Nullable String message) {
    try {
      return message == null
          ? ""
          : URLDecoder.decode(message.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return String.valueOf(message);
    }
  }

  /** OTLP's own answer, which may be empty; null if it is something else. */
  private @Nullable ExportTraceServiceResponse message(Response response, byte[] body) {
    String type = response.header("Content-Type", "");
    boolean proto =
        target.grpc() || (type != null && type.toLowerCase(Locale.ROOT).contains("protobuf"));
    try {
      if (body.length == 0) {
        return ExportTraceServiceResponse.getDefaultInstance();
      }
      if (!response.isSuccessful() || !proto) {
        // Some receivers answer a protobuf request with an empty JSON object.
        return response.isSuccessful() && text(body).equals("{}")
            ? ExportTraceServiceResponse.getDefaultInstance()
            : null;
      }
      int from = target.grpc() ? Math.min(GRPC_PREFIX, body.length) : 0;
      return ExportTraceServiceResponse.parseFrom(ByteBuffer.wrap(body, from, body.length - from));
    } catch (InvalidProtocolBufferException other) {
      return null;
    }
  }

  /** The start of a text, on one line; nothing of what is none. */
  private static String text(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8).replaceAll("\\s+", " ").strip();
    String readable = text.replaceAll("[\\p{Cntrl}\\uFFFD]", "");
    return readable.length() <= LONGEST_TEXT ? readable : readable.substring(0, LONGEST_TEXT) + "…";
  }
}
