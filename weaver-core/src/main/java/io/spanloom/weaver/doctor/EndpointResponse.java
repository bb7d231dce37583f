package io.spanloom.weaver.doctor;

import org.jspecify.annotations.Nullable;

/**
 * What came back for the test trace.
 *
 * @param status of HTTP
 * @param grpcStatus of gRPC; null if there was none
 * @param message the status' text, of gRPC if there is one
 * @param text the body as far as it is text; empty where it is OTLP's own answer
 * @param rejected spans that the receiver says it did not take
 * @param rejection what it says about them
 * @param otlp whether the body was an OTLP answer, as an empty one is
 */
record EndpointResponse(
    int status,
    @Nullable Integer grpcStatus,
    String message,
    String contentType,
    @Nullable String location,
    @Nullable String retryAfter,
    @Nullable String server,
    String text,
    long rejected,
    String rejection,
    boolean otlp) {

  boolean isAccepted() {
    boolean success = status >= 200 && status < 300;
    return success && (grpcStatus == null || grpcStatus == 0) && otlp && rejected == 0;
  }

  /** In one line, with the numbers as they came. */
  String summary() {
    StringBuilder summary = new StringBuilder("HTTP ").append(status);
    if (grpcStatus != null) {
      summary
          .append(", grpc-status ")
          .append(grpcStatus)
          .append(' ')
          .append(GrpcStatus.name(grpcStatus));
    }
    if (!summary.toString().endsWith(" " + message)) {
      append(summary, " ", message);
    }
    append(summary, ", content-type ", contentType);
    append(summary, ", location ", location == null ? null : PrintableAddress.of(location));
    append(summary, ", retry-after ", retryAfter);
    append(summary, ", server ", server);
    return summary.toString();
  }

  private static void append(StringBuilder summary, String label, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      summary.append(label).append(value);
    }
  }
}
