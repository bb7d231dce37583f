package io.spanloom.testing;

import static java.util.stream.Collectors.joining;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A trace as text that is the same whenever the program does the same.
 *
 * <p>Trace and span ids, times and ports are left out. Ids of tool calls are numbered in the order
 * in which they come up. Spans that overlapped in time, and so may change places, stand in the
 * order of their texts.
 */
final class SnapshotText {

  private static final Pattern CALL_ID =
      Pattern.compile("gen_ai\\.tool\\.call\\.id|tool\\.id|tool_call\\.id|.*\\.tool_call(\\.|_)id");

  /** What differs from run to run, whatever the program does. */
  private static final Map<String, String> LEFT_OUT =
      Map.of(
          "gen_ai.response.id", "<id>",
          "gen_ai.response.time_to_first_chunk", "<seconds>",
          "server.port", "<port>",
          "exception.stacktrace", "<stack trace>");

  private final Map<String, String> names = new HashMap<>();
  private final Set<String> callIds = new TreeSet<>();

  private SnapshotText(Trace trace) {
    trace.spans().forEach(span -> names.put(span.data().getSpanId(), span.name()));
    trace.spans().forEach(this::findCallIds);
  }

  static String of(Trace trace) {
    SnapshotText text = new SnapshotText(trace);
    StringBuilder out = new StringBuilder();
    text.inStableOrder(trace.roots()).forEach(root -> text.append(out, root, ""));
    return text.withNumberedCalls(out.toString());
  }

  private void findCallIds(TracedSpan span) {
    span.attributes()
        .forEach(
            (key, value) -> {
              if (CALL_ID.matcher(key).matches()) {
                callIds.add(value.toString());
              }
            });
  }

  private void append(StringBuilder out, TracedSpan span, String indent) {
    SpanData data = span.data();
    out.append(indent).append(data.getName()).append(" [").append(data.getKind()).append("]\n");
    String inner = indent + "    ";
    if (data.getStatus().getStatusCode() == StatusCode.ERROR) {
      out.append(inner).append("ERROR ").append(data.getStatus().getDescription()).append('\n');
    }
    append(out, data.getAttributes(), inner);
    for (EventData event : data.getEvents()) {
      out.append(inner).append("event ").append(event.getName()).append('\n');
      append(out, event.getAttributes(), inner + "    ");
    }
    for (LinkData link : data.getLinks()) {
      String linked = names.getOrDefault(link.getSpanContext().getSpanId(), "another trace");
      out.append(inner).append("link to ").append(linked).append('\n');
    }
    inStableOrder(span.children()).forEach(child -> append(out, child, indent + "  "));
  }

  private static void append(StringBuilder out, Attributes attributes, String indent) {
    Map<String, Object> sorted = new TreeMap<>();
    attributes.forEach((key, value) -> sorted.put(key.getKey(), value));
    sorted.forEach(
        (key, value) ->
            out.append(indent)
                .append(key)
                .append(" = ")
                .append(LEFT_OUT.getOrDefault(key, value.toString().replace("\n", "\\n")))
                .append('\n'));
  }

  private List<TracedSpan> inStableOrder(List<TracedSpan> siblings) {
    List<TracedSpan> ordered = new ArrayList<>();
    List<TracedSpan> overlapping = new ArrayList<>();
    long end = Long.MIN_VALUE;
    for (TracedSpan span : siblings) {
      if (span.data().getStartEpochNanos() >= end) {
        flush(overlapping, ordered);
      }
      overlapping.add(span);
      end = Math.max(end, span.data().getEndEpochNanos());
    }
    flush(overlapping, ordered);
    return ordered;
  }

  private void flush(List<TracedSpan> overlapping, List<TracedSpan> ordered) {
    overlapping.sort(Comparator.comparing(this::textWithoutCalls));
    ordered.addAll(overlapping);
    overlapping.clear();
  }

  private String textWithoutCalls(TracedSpan span) {
    StringBuilder text = new StringBuilder();
    append(text, span, "");
    return replaceCalls(text.toString(), id -> "<call>");
  }

  private String withNumberedCalls(String text) {
    Map<String, String> numbers = new HashMap<>();
    return replaceCalls(
        text, id -> numbers.computeIfAbsent(id, any -> "<call " + (numbers.size() + 1) + ">"));
  }

  private String replaceCalls(String text, UnaryOperator<String> replacement) {
    if (callIds.isEmpty()) {
      return text;
    }
    String anyId = callIds.stream().map(Pattern::quote).collect(joining("|"));
    return Pattern.compile("(?<![\\w-])(" + anyId + ")(?![\\w-])")
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(replacement.apply(found.group())));
  }
}
