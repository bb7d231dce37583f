package io.spanloom.testing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A span and those below it.
 *
 * @param data the span as it was exported
 * @param children the spans directly below, in the order of their starts
 */
public record TracedSpan(SpanData data, List<TracedSpan> children) {

  private static final AttributeKey<String> OPERATION =
      AttributeKey.stringKey("gen_ai.operation.name");
  private static final AttributeKey<String> KIND =
      AttributeKey.stringKey("openinference.span.kind");
  private static final List<AttributeKey<String>> CALL_ID =
      List.of(
          AttributeKey.stringKey("gen_ai.tool.call.id"),
          AttributeKey.stringKey("tool_call.id"),
          AttributeKey.stringKey("tool.id"));

  public TracedSpan {
    children = List.copyOf(children);
  }

  /** The span's name. */
  public String name() {
    return data.getName();
  }

  /** The attributes, by key. */
  public Map<String, Object> attributes() {
    Map<String, Object> attributes = new TreeMap<>();
    data.getAttributes().forEach((key, value) -> attributes.put(key.getKey(), value));
    return attributes;
  }

  /** This span and all below it, parents first. */
  public Stream<TracedSpan> all() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(TracedSpan::all));
  }

  /** Whether the span is the execution of a tool, by the conventions of GenAI or OpenInference. */
  public boolean isTool() {
    return "execute_tool".equals(data.getAttributes().get(OPERATION))
        || "TOOL".equals(data.getAttributes().get(KIND));
  }

  /** The provider's id of the tool call, or {@code null} if the span has none. */
  public @Nullable String toolCallId() {
    for (AttributeKey<String> key : CALL_ID) {
      String id = data.getAttributes().get(key);
      if (id != null) {
        return id;
      }
    }
    return null;
  }

  /** Whether Spanloom made the span. */
  boolean isSpanloom() {
    return data.getInstrumentationScopeInfo().getName().equals("io.spanloom");
  }
}
