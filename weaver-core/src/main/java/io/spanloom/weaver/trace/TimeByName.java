package io.spanloom.weaver.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one tool, or one model, took of a trace's time.
 *
 * @param calls how many there were
 * @param errors how many of them failed
 * @param total nanoseconds of all calls added up
 * @param covered nanoseconds during which at least one of them ran
 * @param longest nanoseconds of the longest call
 */
public record TimeByName(
    String name, SpanRole role, int calls, int errors, long total, long covered, long longest) {

  private record Key(SpanRole role, String name) {}

  /** Tools, models and their like, what took longest first. */
  static List<TimeByName> of(TraceTree tree, List<SpanRole> roles) {
    Map<Key, List<Span>> calls = new LinkedHashMap<>();
    for (int row = 0; row < tree.size(); row++) {
      String name = name(tree.span(row), roles.get(row));
      if (name != null) {
        calls
            .computeIfAbsent(new Key(roles.get(row), name), key -> new ArrayList<>())
            .add(tree.span(row));
      }
    }
    List<TimeByName> times = new ArrayList<>();
    calls.forEach((key, spans) -> times.add(of(key, spans)));
    times.sort(Comparator.comparingLong((TimeByName time) -> time.covered).reversed());
    return times;
  }

  private static TimeByName of(Key key, List<Span> spans) {
    return new TimeByName(
        key.name,
        key.role,
        spans.size(),
        (int) spans.stream().filter(Span::failed).count(),
        spans.stream().mapToLong(Span::duration).sum(),
        covered(spans),
        spans.stream().mapToLong(Span::duration).max().orElse(0));
  }

  private static long covered(List<Span> spans) {
    List<Span> byStart = new ArrayList<>(spans);
    byStart.sort(Comparator.comparingLong(Span::start));
    long covered = 0;
    long until = Long.MIN_VALUE;
    for (Span span : byStart) {
      covered += Math.max(0, span.end() - Math.max(span.start(), until));
      until = Math.max(until, span.end());
    }
    return covered;
  }

  /** What a call is known by; null for spans that only hold others together. */
  static @Nullable String name(Span span, SpanRole role) {
    return switch (role) {
      case TOOL -> named(span, span.text("gen_ai.tool.name", "tool.name"), "execute_tool ");
      case LLM, EMBEDDING, RERANK ->
          named(
              span,
              span.text(
                  "gen_ai.request.model",
                  "gen_ai.response.model",
                  "llm.model_name",
                  "embedding.model_name",
                  "reranker.model_name"),
              "");
      case RETRIEVAL -> named(span, span.text("gen_ai.data_source.id"), "retrieval ");
      default -> null;
    };
  }

  private static String named(Span span, @Nullable String name, String prefix) {
    if (name != null) {
      return name;
    }
    return span.name().startsWith(prefix) ? span.name().substring(prefix.length()) : span.name();
  }
}
