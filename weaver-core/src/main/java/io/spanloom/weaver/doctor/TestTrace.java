package io.spanloom.weaver.doctor;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.spanloom.weaver.doctor.Settings.Setting;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** A trace like those of a woven program: an agent that asks a model, and the tool it asked for. */
final class TestTrace {

  /** How many spans it has. */
  static final int SPANS = 3;

  /** The service it belongs to, unless the settings name one. */
  static final String SERVICE = "spanloom-doctor";

  private static final long MILLI = 1_000_000;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] traceId = random(16);
  private final byte[] agentId = random(8);
  private final byte[] chatId = random(8);
  private final byte[] toolId = random(8);
  private final List<KeyValue> resource;
  private final long start;

  TestTrace(Settings settings, Instant now) {
    this.resource = resource(settings);
    this.start = now.getEpochSecond() * 1_000_000_000L + now.getNano() - 100 * MILLI;
  }

  private static byte[] random(int length) {
    byte[] id = new byte[length];
    RANDOM.nextBytes(id);
    id[0] |= 1; // never all zero
    return id;
  }

  /** In hexadecimal. */
  String id() {
    return HexFormat.of().formatHex(traceId);
  }

  String service() {
    return resource.get(0).getValue().getStringValue();
  }

  /**
   * Whether a backend's answer has one of the spans in it. Their ids are what no answer can repeat
   * from the question.
   */
  boolean isIn(String body) {
    String lower = body.toLowerCase(Locale.ROOT);
    for (byte[] id : List.of(agentId, chatId, toolId)) {
      if (lower.contains(HexFormat.of().formatHex(id))
          || body.contains(Base64.getEncoder().encodeToString(id))
          || body.contains(Base64.getUrlEncoder().encodeToString(id))) {
        return true;
      }
    }
    return false;
  }

  ExportTraceServiceRequest request() {
    return ExportTraceServiceRequest.newBuilder()
        .addResourceSpans(
            ResourceSpans.newBuilder()
                .setResource(Resource.newBuilder().addAllAttributes(resource))
                .addScopeSpans(
                    ScopeSpans.newBuilder().addSpans(agent()).addSpans(chat()).addSpans(tool())))
        .build();
  }

  private Span agent() {
    return span(agentId, "invoke_agent spanloom_doctor", Span.SpanKind.SPAN_KIND_INTERNAL, 0, 100)
        .addAttributes(text("gen_ai.operation.name", "invoke_agent"))
        .addAttributes(text("gen_ai.agent.name", "spanloom_doctor"))
        .addAttributes(text("openinference.span.kind", "AGENT"))
        .build();
  }

  private Span chat() {
    return span(chatId, "chat test-model", Span.SpanKind.SPAN_KIND_CLIENT, 10, 60)
        .setParentSpanId(ByteString.copyFrom(agentId))
        .addAttributes(text("gen_ai.operation.name", "chat"))
        .addAttributes(text("gen_ai.provider.name", "spanloom"))
        .addAttributes(text("gen_ai.request.model", "test-model"))
        .addAttributes(text("openinference.span.kind", "LLM"))
        .addAttributes(text("llm.model_name", "test-model"))
        .addAttributes(text("llm.output_messages.0.message.tool_calls.0.tool_call.id", callId()))
        .build();
  }

  private Span tool() {
    return span(toolId, "execute_tool test_tool", Span.SpanKind.SPAN_KIND_INTERNAL, 60, 90)
        .setParentSpanId(ByteString.copyFrom(agentId))
        .addAttributes(text("gen_ai.operation.name", "execute_tool"))
        .addAttributes(text("gen_ai.tool.name", "test_tool"))
        .addAttributes(text("gen_ai.tool.call.id", callId()))
        .addAttributes(text("openinference.span.kind", "TOOL"))
        .addAttributes(text("tool.name", "test_tool"))
        .addLinks(
            Span.Link.newBuilder()
                .setTraceId(ByteString.copyFrom(traceId))
                .setSpanId(ByteString.copyFrom(chatId)))
        .build();
  }

  private Span.Builder span(byte[] id, String name, Span.SpanKind kind, long from, long to) {
    return Span.newBuilder()
        .setTraceId(ByteString.copyFrom(traceId))
        .setSpanId(ByteString.copyFrom(id))
        .setName(name)
        .setKind(kind)
        .setFlags(1)
        // Empty, but there: as the SDK sends it, and as some receivers expect it.
        .setStatus(Status.getDefaultInstance())
        .setStartTimeUnixNano(start + from * MILLI)
        .setEndTimeUnixNano(start + to * MILLI);
  }

  private String callId() {
    return "call_doctor_" + HexFormat.of().formatHex(toolId);
  }

  /** The name of the service first, then what {@code OTEL_RESOURCE_ATTRIBUTES} adds. */
  private static List<KeyValue> resource(Settings settings) {
    Setting name = settings.find("otel.service.name");
    List<KeyValue> resource = new ArrayList<>();
    resource.add(text("service.name", name == null ? SERVICE : name.value()));
    Setting attributes = settings.find("otel.resource.attributes");
    for (String pair : attributes == null ? new String[0] : attributes.value().split(",", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2 && !parts[0].isBlank() && !parts[0].strip().equals("service.name")) {
        resource.add(text(parts[0].strip(), decoded(parts[1].strip())));
      }
    }
    return resource;
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return value;
    }
  }

  private static KeyValue text(String key, String value) {
    return KeyValue.newBuilder()
        .setKey(key)
        .setValue(AnyValue.newBuilder().setStringValue(value))
        .build();
  }
}
