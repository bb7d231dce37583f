package io.spanloom.internal.propagation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.spanloom.internal.toolcall.CurrentToolCall;
import io.spanloom.internal.toolcall.ScopedToolCall;
import java.net.URLDecoder;
import java.net.URLEncoder;
import org.jspecify.annotations.Nullable;

/**
 * The header that says which tool call a message is about: {@code id;tool=name;requested-by=span}.
 *
 * <p>Id and name are percent-encoded; the span of the requesting model call has the form of a W3C
 * {@code traceparent}. Tool and span are left out where they are not known. What does not have this
 * form is no tool call.
 */
final class ToolCallHeader {

  static final String NAME = "spanloom-tool-call";

  /** Longer ones are nothing that this class wrote. */
  private static final int MAX_LENGTH = 2048;

  private static final String TOOL = "tool=";
  private static final String REQUESTED_BY = "requested-by=";

  private ToolCallHeader() {}

  /** The header's value, or {@code null} if there is no id to send or it would be too long. */
  static @Nullable String write(CurrentToolCall call) {
    String id = call.id();
    if (id == null) {
      return null;
    }
    StringBuilder text = new StringBuilder(encode(id));
    if (call.tool() != null) {
      text.append(';').append(TOOL).append(encode(call.tool()));
    }
    SpanContext span = call.requestedBy();
    if (span != null && span.isValid()) {
      text.append(';').append(REQUESTED_BY).append("00-").append(span.getTraceId()).append('-');
      text.append(span.getSpanId()).append('-').append(span.getTraceFlags().asHex());
    }
    return text.length() > MAX_LENGTH ? null : text.toString();
  }

  /** The call a header's value is about, or {@code null}. */
  static @Nullable CurrentToolCall read(@Nullable String value) {
    if (value == null || value.length() > MAX_LENGTH) {
      return null;
    }
    String[] parts = value.trim().split(";", -1);
    String tool = null;
    SpanContext requestedBy = null;
    for (int i = 1; i < parts.length; i++) {
      if (parts[i].startsWith(TOOL)) {
        tool = decode(parts[i].substring(TOOL.length()));
      } else if (parts[i].startsWith(REQUESTED_BY)) {
        requestedBy = span(parts[i].substring(REQUESTED_BY.length()));
      }
    }
    String id = decode(parts[0]);
    return id.isEmpty() ? null : new ScopedToolCall(id, tool, requestedBy);
  }

  private static @Nullable SpanContext span(String text) {
    String[] parts = text.split("-", -1);
    if (parts.length != 4 || parts[3].length() != 2) {
      return null;
    }
    SpanContext span =
        SpanContext.createFromRemoteParent(
            parts[1], parts[2], TraceFlags.fromHex(parts[3], 0), TraceState.getDefault());
    return span.isValid() ? span : null;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  /** Empty where the text is not encoded properly. */
  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException malformed) {
      return "";
    }
  }
}
