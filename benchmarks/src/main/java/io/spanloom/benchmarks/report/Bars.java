package io.spanloom.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/** The bars Spanloom sets itself. */
final class Bars {

  private static final List<String> BY_HAND = List.of("handWrittenOnBuilder", "handWrittenOnSpan");

  private Bars() {}

  static List<Bar> all() {
    List<Bar> bars = new ArrayList<>();
    calls(bars);
    tasks(bars);
    content(bars);
    growth(bars);
    builds(bars);
    return bars;
  }

  /** What others trace the tool call with, and Spanloom woven at load time. */
  static List<Bar> peers() {
    List<Bar> peers = new ArrayList<>();
    peers(peers, "woven by the build", "ToolCallBenchmark.woven");
    peers(peers, "woven at load time", "LoadTimeBenchmark.wovenAtLoadTime");
    peers(peers, "@WithSpan, Java agent", "WithSpanBenchmark.withSpan");
    peers(peers, "@Observed, Micrometer", "ObservedBenchmark.observed");
    peers(peers, "@Observed, name only", "ObservedBenchmark.observedByNameOnly");
    return peers;
  }

  private static void peers(List<Bar> peers, String title, String subject) {
    List<String> references = forms("ToolCallBenchmark");
    peers.add(Bar.none(title + ", no SDK", subject, references, "NO_SDK"));
    peers.add(Bar.none(title + ", not sampled", subject, references, "UNSAMPLED"));
    peers.add(Bar.none(title + ", sampled", subject, references, "SAMPLED"));
  }

  private static void calls(List<Bar> bars) {
    inEachState(bars, "tool call", "ToolCallBenchmark");
    fromCode(bars, "not sampled", "UNSAMPLED");
    fromCode(bars, "sampled", "SAMPLED");
    inEachState(bars, "model call", "ModelCallBenchmark");
    inEachState(bars, "tool that answers later", "FutureBenchmark");
    sampledOrNot(bars, "workflow of 50 spans", "WorkflowBenchmark");
    bars.add(byHand(1, "tool call, sampled", "ToolCallBenchmark", "SAMPLED").withThreads(2));
    bars.add(byHand(1, "model call, sampled", "ModelCallBenchmark", "SAMPLED").withThreads(2));
    bars.add(byHand(1, "workflow, sampled", "WorkflowBenchmark", "SAMPLED").withThreads(2));
  }

  private static void fromCode(List<Bar> bars, String state, String variant) {
    List<String> woven = List.of("ToolCallBenchmark.woven");
    String subject = "ToolCallBenchmark.fromCode";
    bars.add(Bar.atMostTimes(1.2, "tool call from code, " + state, subject, woven, variant));
  }

  private static void inEachState(List<Bar> bars, String title, String benchmark) {
    List<String> plain = List.of(benchmark + ".plain");
    bars.add(Bar.atMostAbove(8, title + ", no SDK", benchmark + ".woven", plain, "NO_SDK"));
    sampledOrNot(bars, title, benchmark);
  }

  private static void sampledOrNot(List<Bar> bars, String title, String benchmark) {
    bars.add(byHand(1, title + ", not sampled", benchmark, "UNSAMPLED"));
    bars.add(byHand(1, title + ", sampled", benchmark, "SAMPLED"));
  }

  private static void tasks(List<Bar> bars) {
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
  }

  /** Jackson's text on a span made by hand is not redacted. */
  private static void content(List<Bar> bars) {
    bars.add(byHand(1.5, "4 KiB of content, redacted", "ContentBenchmark", "4096"));
    bars.add(byHand(1.5, "256 KiB of content, redacted", "ContentBenchmark", "262144"));
  }

  /** A span costs late in a session what it costs early. */
  private static void growth(List<Bar> bars) {
    bars.add(grown("span of 1,000,000, of 100,000", "tools"));
    bars.add(grown("the same, unclaimed calls", "unclaimed"));
  }

  private static Bar grown(String title, String what) {
    return Bar.atMostTimes(
        1.15,
        title,
        "GrowthBenchmark." + what + "Million",
        List.of("GrowthBenchmark." + what + "HundredThousand"),
        "");
  }

  private static void builds(List<Bar> bars) {
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
  }

  private static Bar byHand(double times, String title, String benchmark, String variant) {
    return Bar.atMostTimes(times, title, benchmark + ".woven", forms(benchmark), variant);
  }

  /** Both forms of code by hand. */
  private static List<String> forms(String benchmark) {
    return BY_HAND.stream().map(form -> benchmark + "." + form).toList();
  }
}
