package io.spanloom.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/** The bars Spanloom sets itself. */
final class Bars {

  private static final List<String> BY_HAND = List.of("handWrittenOnBuilder", "handWrittenOnSpan");

  private Bars() {}

  static List<Bar> all() {
    List<Bar> bars = new ArrayList<>();
    bars.add(
        Bar.atMostAbove(
            8,
            "tool call, no SDK",
            "ToolCallBenchmark.woven",
            List.of("ToolCallBenchmark.plain"),
            "NO_SDK"));
    bars.add(byHand("tool call, not sampled", "ToolCallBenchmark", "UNSAMPLED"));
    bars.add(byHand("tool call, sampled", "ToolCallBenchmark", "SAMPLED"));
    bars.add(byHand("tool call, sampled", "ToolCallBenchmark", "SAMPLED").withThreads(2));
    bars.add(byHand("workflow of 50 spans, not sampled", "WorkflowBenchmark", "UNSAMPLED"));
    bars.add(byHand("workflow of 50 spans, sampled", "WorkflowBenchmark", "SAMPLED"));
    bars.add(
        Bar.atMostTimes(
            1,
            "task handed on, in a span",
            "SubmitBenchmark.woven",
            List.of("SubmitBenchmark.handWritten"),
            "SAMPLED"));
    bars.add(
        Bar.atMostAbove(
            8,
            "task handed on, no SDK",
            "SubmitBenchmark.woven",
            List.of("SubmitBenchmark.plain"),
            "NO_SDK"));
    bars.add(content("4 KiB of content, redacted", "4096"));
    bars.add(content("256 KiB of content, redacted", "262144"));
    for (String methods : List.of("100", "1000")) {
      bars.add(
          Bar.atMostTimes(
                  1.15,
                  "javac, " + methods + " annotated methods",
                  "CompileBenchmark.withProcessor",
                  List.of("CompileBenchmark.alone"),
                  methods)
              .ofTimeOnly());
    }
    bars.add(Bar.atMost(1e9, "weave, 10000 classes, cold", "WeaveBenchmark.weaveCold", "10000"));
    bars.add(
        Bar.atMost(
            50e6, "nothing changed, 10000 classes, cold", "WeaveBenchmark.unchangedCold", "10000"));
    bars.add(
        Bar.atMost(
            50e6, "nothing changed, 10000 classes, warm", "WeaveBenchmark.unchangedWarm", "10000"));
    return bars;
  }

  /** Jackson's text on a span made by hand is not redacted. */
  private static Bar content(String title, String characters) {
    return byHand(1.5, title, "ContentBenchmark", characters);
  }

  private static Bar byHand(String title, String benchmark, String variant) {
    return byHand(1, title, benchmark, variant);
  }

  private static Bar byHand(double times, String title, String benchmark, String variant) {
    return Bar.atMostTimes(
        times,
        title,
        benchmark + ".woven",
        BY_HAND.stream().map(form -> benchmark + "." + form).toList(),
        variant);
  }
}
