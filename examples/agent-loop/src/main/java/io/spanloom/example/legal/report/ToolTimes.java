package io.spanloom.example.legal.report;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the time of a run went, by tool.
 *
 * @param tools slowest first
 * @param wholeNanos the duration of the span at the root
 */
public record ToolTimes(List<ToolTime> tools, long wholeNanos) {

  private static final AttributeKey<String> OPERATION =
      AttributeKey.stringKey("gen_ai.operation.name");
  private static final AttributeKey<String> TOOL = AttributeKey.stringKey("gen_ai.tool.name");

  /** Adds up the tool spans of one trace. */
  public static ToolTimes of(Collection<SpanData> spans) {
    Map<String, ToolTime> byTool = new LinkedHashMap<>();
    long whole = 0;
    for (SpanData span : spans) {
      if (!span.getParentSpanContext().isValid()) {
        whole = Math.max(whole, nanos(span));
      }
      String tool = span.getAttributes().get(TOOL);
      if (tool != null && "execute_tool".equals(span.getAttributes().get(OPERATION))) {
        byTool.merge(tool, ToolTime.of(tool, span), ToolTime::plus);
      }
    }
    List<ToolTime> slowestFirst =
        byTool.values().stream()
            .sorted(Comparator.comparingLong(ToolTime::nanos).reversed())
            .toList();
    return new ToolTimes(slowestFirst, whole);
  }

  /** The part of the whole that a tool took, between 0 and 1. */
  double share(ToolTime tool) {
    return wholeNanos == 0 ? 0 : Math.min(1, (double) tool.nanos() / wholeNanos);
  }

  private static long nanos(SpanData span) {
    return span.getEndEpochNanos() - span.getStartEpochNanos();
  }

  /** All calls of one tool together. */
  record ToolTime(String name, int calls, int errors, long nanos) {

    static ToolTime of(String name, SpanData span) {
      boolean failed = span.getStatus().getStatusCode() == StatusCode.ERROR;
      return new ToolTime(name, 1, failed ? 1 : 0, ToolTimes.nanos(span));
    }

    ToolTime plus(ToolTime other) {
      return new ToolTime(name, calls + other.calls, errors + other.errors, nanos + other.nanos);
    }
  }
}
