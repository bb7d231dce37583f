package io.spanloom.weaver.trace;

import static io.spanloom.weaver.trace.Otlp.START;
import static io.spanloom.weaver.trace.Otlp.line;
import static io.spanloom.weaver.trace.Otlp.span;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TraceTest {

  private static final Map<String, Object> GENAI_CALL =
      Map.of(
          "gen_ai.operation.name",
          "chat",
          "gen_ai.request.model",
          "m",
          "gen_ai.usage.input_tokens",
          100L,
          "gen_ai.usage.output_tokens",
          10L);

  private static final Map<String, Object> OPENINFERENCE_CALL =
      Map.of(
          "openinference.span.kind",
          "LLM",
          "llm.model_name",
          "m",
          "llm.token_count.prompt",
          200L,
          "llm.token_count.completion",
          20L,
          "llm.token_count.prompt_details.cache_read",
          50L,
          "llm.cost.total",
          0.25);

  @Test
  void rowsGoFromTopToBottom() {
    Trace trace =
        trace(
            span("t", "late").below("root").during(5, 9),
            span("t", "leaf").below("early").during(2, 3),
            span("t", "root").during(0, 10),
            span("t", "early").below("root").during(1, 4));

    assertThat(names(trace)).containsExactly("root", "early", "leaf", "late");
    assertThat(trace.rows()).extracting(Trace.Row::depth).containsExactly(0, 1, 2, 1);
    assertThat(trace.rows()).extracting(Trace.Row::parent).containsExactly(-1, 0, 1, 0);
    assertThat(trace.rows()).noneMatch(Trace.Row::orphan);
  }

  @Test
  void spansWithoutTheirParentAreMarkedRoots() {
    Trace trace = trace(span("t", "root"), span("t", "lost").below("absent").during(1, 2));

    assertThat(names(trace)).containsExactly("root", "lost");
    assertThat(trace.rows()).extracting(Trace.Row::orphan).containsExactly(false, true);
  }

  @Test
  void circlesAreCutWhereTheyStart() {
    Trace trace =
        trace(
            span("t", "a").below("c").during(0, 9),
            span("t", "b").below("a").during(1, 8),
            span("t", "c").below("b").during(2, 7),
            span("t", "self").below("self").during(3, 4));

    assertThat(names(trace)).containsExactly("a", "b", "c", "self");
    assertThat(trace.rows())
        .extracting(Trace.Row::orphan)
        .containsExactly(true, false, false, true);
  }

  @Test
  void aChainOfManySpansIsNoProblem() {
    Otlp[] chain =
        IntStream.range(0, 20_000)
            .mapToObj(i -> span("t", "s" + i).below("s" + (i - 1)).during(i, 40_000L - i))
            .toArray(Otlp[]::new);

    Trace trace = trace(chain);

    assertThat(trace.rows().get(19_999).depth()).isEqualTo(19_999);
  }

  @Test
  void tracesAreSeparateTheLatestFirst() {
    List<Trace> traces =
        traces(span("t", "a").during(0, 1), span("u", "b").during(5, 6), span("t", "c"));

    assertThat(traces).extracting(trace -> trace.rows().size()).containsExactly(1, 2);
    assertThat(traces.get(0).start()).isEqualTo(START + 5_000_000);
  }

  @Test
  void countsModelCallsOfEitherConvention() {
    Trace trace =
        trace(
            span("t", "agent")
                .with("gen_ai.operation.name", "invoke_agent")
                .with("gen_ai.usage.input_tokens", 300L)
                .with("spanloom.total.input_tokens", 300L)
                .during(0, 10),
            span("t", "genai").below("agent").with(GENAI_CALL),
            span("t", "oi").below("agent").with(OPENINFERENCE_CALL).during(2, 3));

    assertThat(trace.usage()).isEqualTo(new Usage(300L, 30L, 50L, 0.25));
    assertThat(trace.rows().get(0).own().input()).as("told, not counted").isEqualTo(300L);
    assertThat(trace.rows())
        .extracting(Trace.Row::role)
        .containsExactly(SpanRole.AGENT, SpanRole.LLM, SpanRole.LLM);
  }

  @Test
  void aCallInsideACallIsTheSameCallUnlessAToolOrAgentMakesIt() {
    Trace trace =
        trace(
            span("t", "outer").with(GENAI_CALL).during(0, 10),
            span("t", "http").below("outer").during(1, 9),
            span("t", "inner").below("http").with(OPENINFERENCE_CALL).during(2, 5),
            span("t", "tool").below("outer").with("openinference.span.kind", "TOOL").during(5, 8),
            span("t", "summary").below("tool").with(GENAI_CALL).during(6, 7));

    assertThat(trace.usage().input()).isEqualTo(200L);
    assertThat(row(trace, "tool").total().input()).isEqualTo(100L);
  }

  @Test
  void aWrapperThatKnowsNoTokensLeavesThemToTheCallInside() {
    Trace trace =
        trace(
            span("t", "outer").with("openinference.span.kind", "LLM").during(0, 10),
            span("t", "inner").below("outer").with(GENAI_CALL).during(1, 9));

    assertThat(trace.usage().input()).isEqualTo(100L);
  }

  @Test
  void toolsFindTheCallThatRequestedThem() {
    String messages =
        """
        [{"role":"assistant","parts":[{"type":"tool_call","id":"call_2","name":"n"}]}]""";
    Trace trace =
        trace(
            span("t", "root").during(0, 20),
            span("t", "llm1")
                .below("root")
                .with(GENAI_CALL)
                .with("llm.output_messages.0.message.tool_calls.0.tool_call.id", "call_1"),
            span("t", "llm2")
                .below("root")
                .with(GENAI_CALL)
                .with("gen_ai.output.messages", messages)
                .during(2, 3),
            span("t", "byLink")
                .below("root")
                .with("gen_ai.operation.name", "execute_tool")
                .with("gen_ai.tool.call.id", "unknown")
                .linkedTo("t", "llm1")
                .during(4, 5),
            span("t", "byFlat")
                .below("root")
                .with("openinference.span.kind", "TOOL")
                .with("tool_call.id", "call_1")
                .during(5, 6),
            span("t", "byParts")
                .below("root")
                .with("openinference.span.kind", "TOOL")
                .with("tool.id", "call_2")
                .during(6, 7),
            span("t", "none")
                .below("root")
                .with("openinference.span.kind", "TOOL")
                .with("tool.id", "call_3")
                .during(7, 8));

    assertThat(requester(trace, "byLink")).isEqualTo("llm1");
    assertThat(requester(trace, "byFlat")).isEqualTo("llm1");
    assertThat(requester(trace, "byParts")).isEqualTo("llm2");
    assertThat(row(trace, "none").requester()).isEqualTo(-1);
    assertThat(row(trace, "none").toolCallId()).isEqualTo("call_3");
  }

  @Test
  void messagesCutShortNameNoTool() {
    Trace trace =
        trace(
            span("t", "llm").with(GENAI_CALL).with("gen_ai.output.messages", "[{\"parts\":[{\"ty"),
            span("t", "tool").with("openinference.span.kind", "TOOL").with("tool.id", "c"));

    assertThat(row(trace, "tool").requester()).isEqualTo(-1);
  }

  @Test
  void criticalPathIsWhatEachMomentWaitsFor() {
    Trace trace =
        trace(
            span("t", "root").during(0, 100),
            span("t", "short").below("root").during(10, 30),
            span("t", "long").below("root").during(10, 60),
            span("t", "inner").below("long").during(20, 50),
            span("t", "last").below("root").during(70, 95));

    assertThat(critical(trace, "root")).containsExactly("95-100", "60-70", "0-10");
    assertThat(critical(trace, "last")).containsExactly("70-95");
    assertThat(critical(trace, "long")).containsExactly("50-60", "10-20");
    assertThat(critical(trace, "inner")).containsExactly("20-50");
    assertThat(critical(trace, "short")).as("the long one ran longer").isEmpty();
  }

  @Test
  void nobodyWaitsForWhatIsOutsideItsParent() {
    Trace trace =
        trace(
            span("t", "root").during(10, 20),
            span("t", "outlives").below("root").during(15, 40),
            span("t", "early").below("root").during(0, 12),
            span("t", "before").below("root").during(1, 5));

    assertThat(critical(trace, "outlives")).containsExactly("15-20");
    assertThat(critical(trace, "root")).containsExactly("12-15");
    assertThat(critical(trace, "early")).containsExactly("10-12");
    assertThat(critical(trace, "before")).isEmpty();
  }

  @Test
  void parallelCallsOfAToolCoverTheirTimeOnce() {
    Trace trace =
        trace(
            span("t", "root").during(0, 100),
            tool("a", "search").during(0, 40),
            tool("b", "search").during(20, 60).failed("x"),
            tool("c", "validate").during(60, 100),
            tool("d", "validate").during(90, 95));

    assertThat(trace.times())
        .containsExactly(
            new TimeByName("search", SpanRole.TOOL, 2, 1, 80_000_000, 60_000_000, 40_000_000),
            new TimeByName("validate", SpanRole.TOOL, 2, 0, 45_000_000, 40_000_000, 40_000_000));
  }

  private static Otlp tool(String id, String name) {
    return span("t", id)
        .below("root")
        .name("execute_tool " + name)
        .with("openinference.span.kind", "TOOL");
  }

  private static List<String> critical(Trace trace, String name) {
    return row(trace, name).critical().stream()
        .map(it -> (it[0] - START) / 1_000_000 + "-" + (it[1] - START) / 1_000_000)
        .toList();
  }

  private static String requester(Trace trace, String name) {
    return trace.rows().get(row(trace, name).requester()).span().name();
  }

  private static Trace.Row row(Trace trace, String name) {
    return trace.rows().stream()
        .filter(row -> row.span().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> names(Trace trace) {
    return trace.rows().stream().map(row -> row.span().name()).toList();
  }

  private static Trace trace(Otlp... spans) {
    List<Trace> traces = traces(spans);
    assertThat(traces).hasSize(1);
    return traces.get(0);
  }

  private static List<Trace> traces(Otlp... spans) {
    TraceReader reader = new TraceReader();
    try {
      reader.read("test", new ByteArrayInputStream(line(spans).getBytes(StandardCharsets.UTF_8)));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Trace.of(reader.result().spans());
  }
}
