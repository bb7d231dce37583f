package io.spanloom.example.legal;

import static io.spanloom.example.otlp.ReceivedTrace.attribute;
import static io.spanloom.example.otlp.ReceivedTrace.attributes;
import static io.spanloom.example.otlp.ReceivedTrace.decimal;
import static io.spanloom.example.otlp.ReceivedTrace.integer;
import static io.spanloom.example.otlp.ReceivedTrace.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.spanloom.example.otlp.OtlpReceiver;
import io.spanloom.example.otlp.ReceivedTrace;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The trace of the default question, as an OTLP receiver gets it from the woven program. */
class TraceOverOtlpTest {

  private static final List<String> TOOLS =
      List.of(
          "case_search",
          "statute_lookup",
          "citation_validator",
          "summarizer",
          "document_formatter");

  private static ReceivedTrace trace;
  private static OtlpReceiver receiver;
  private static Run run;

  @BeforeAll
  static void runOnce() throws IOException {
    try (OtlpReceiver started = OtlpReceiver.start()) {
      receiver = started;
      Map<String, String> environment = new HashMap<>(receiver.environment());
      environment.put("AGENT_SESSION_ID", "session-7");
      environment.put("AGENT_USER_ID", "user-7");
      run = Run.of(environment);
    }
    assertThat(run.status()).as(run.err()).isZero();
    trace = ReceivedTrace.of(receiver);
    assertThat(trace.spans()).isNotEmpty();
  }

  @Test
  void theServiceDescribesItself() {
    Map<String, String> resource =
        receiver.resources().get(0).getResource().getAttributesList().stream()
            .filter(it -> it.getValue().hasStringValue())
            .collect(Collectors.toMap(it -> it.getKey(), it -> it.getValue().getStringValue()));

    assertThat(resource)
        .containsEntry("service.name", "legal-research")
        .containsEntry("service.version", "0.1.0")
        .containsEntry("deployment.environment.name", "demo");
  }

  @Test
  void oneTraceWithTheAgentAtItsRoot() {
    assertThat(trace.spans()).extracting(Span::getTraceId).containsOnly(trace.root().getTraceId());
    assertThat(trace.root().getName()).isEqualTo("invoke_agent legal_research");
    assertThat(trace.root().getKind()).isEqualTo(SpanKind.SPAN_KIND_INTERNAL);
    assertThat(text(trace.root(), "gen_ai.operation.name")).isEqualTo("invoke_agent");
    assertThat(text(trace.root(), "openinference.span.kind")).isEqualTo("AGENT");
  }

  @Test
  void everySpanBelongsToTheSession() {
    assertThat(trace.spans())
        .allSatisfy(
            span -> {
              assertThat(text(span, "session.id")).isEqualTo("session-7");
              assertThat(text(span, "gen_ai.conversation.id")).isEqualTo("session-7");
              assertThat(text(span, "user.id")).isEqualTo("user-7");
            });
  }

  @Test
  void eachTurnIsABranchWithOneModelCallAndItsTools() {
    List<Span> turns = trace.below(trace.root());

    assertThat(turns).extracting(Span::getName).containsOnly("reasoning").hasSize(5);
    assertThat(turns)
        .allSatisfy(it -> assertThat(text(it, "openinference.span.kind")).isEqualTo("CHAIN"));
    assertThat(turns)
        .extracting(turn -> trace.below(turn).stream().map(Span::getName).sorted().toList())
        .containsExactly(
            List.of("chat gpt-4.1-mini", "execute_tool case_search", "execute_tool statute_lookup"),
            List.of("chat gpt-4.1-mini", "execute_tool citation_validator"),
            List.of("chat gpt-4.1-mini", "execute_tool summarizer"),
            List.of("chat gpt-4.1-mini", "execute_tool document_formatter"),
            List.of("chat gpt-4.1-mini"));
  }

  @Test
  void theSummarizersModelCallIsBelowIt() {
    assertThat(trace.below(trace.only("execute_tool summarizer")))
        .extracting(Span::getName)
        .containsExactly("chat gpt-4.1-mini");
  }

  @Test
  void everyToolCarriesTheIdentifierItsTurnsModelCallIssued() {
    Set<String> ids = new TreeSet<>();
    for (String tool : TOOLS) {
      Span span = trace.only("execute_tool " + tool);
      String id = text(span, "gen_ai.tool.call.id");
      ids.add(id);

      assertThat(id).startsWith("call_");
      assertThat(text(span, "tool.id")).isEqualTo(id);
      assertThat(text(span, "tool_call.id")).isEqualTo(id);
      assertThat(requestedBy(modelCallOf(trace.parentOf(span)))).containsEntry(id, tool);
      assertThat(text(span, "gen_ai.tool.name")).isEqualTo(tool);
      assertThat(text(span, "tool.name")).isEqualTo(tool);
      assertThat(text(span, "gen_ai.operation.name")).isEqualTo("execute_tool");
      assertThat(text(span, "openinference.span.kind")).isEqualTo("TOOL");
    }
    assertThat(ids).hasSize(TOOLS.size());
  }

  @Test
  void oneIdentifierWasFoundWithoutAParameter() {
    assertThat(text(trace.only("execute_tool case_search"), "spanloom.tool_call.correlation"))
        .isEqualTo("explicit");
    assertThat(
            text(trace.only("execute_tool document_formatter"), "spanloom.tool_call.correlation"))
        .isEqualTo("arguments");
  }

  @Test
  void toolSpansLinkToTheModelCallThatRequestedThem() {
    for (String tool : TOOLS) {
      Span span = trace.only("execute_tool " + tool);
      assertThat(span.getLinksList())
          .extracting(Span.Link::getSpanId)
          .containsExactly(modelCallOf(trace.parentOf(span)).getSpanId());
    }
  }

  @Test
  void modelCallsHaveToolCallsUsageAndCost() {
    List<Span> calls = trace.named("chat ");
    assertThat(calls).hasSize(6);
    for (Span call : calls) {
      assertThat(call.getKind()).isEqualTo(SpanKind.SPAN_KIND_CLIENT);
      assertThat(text(call, "openinference.span.kind")).isEqualTo("LLM");
      assertThat(text(call, "gen_ai.provider.name")).isEqualTo("openai");
      assertThat(text(call, "gen_ai.request.model")).isEqualTo("gpt-4.1-mini");
      assertThat(text(call, "gen_ai.response.model")).isEqualTo("gpt-4.1-mini");
      assertThat(text(call, "gen_ai.response.id")).startsWith("chatcmpl-");
      assertThat(decimal(call, "gen_ai.request.temperature")).isEqualTo(0.1);
      assertThat(integer(call, "gen_ai.request.max_tokens")).isPositive();
      assertThat(finishReasons(call)).hasSize(1).isSubsetOf("stop", "tool_calls", "tool_call");
      long input = integer(call, "gen_ai.usage.input_tokens");
      long output = integer(call, "gen_ai.usage.output_tokens");
      assertThat(input).isPositive();
      assertThat(output).isPositive();
      assertThat(integer(call, "llm.token_count.prompt")).isEqualTo(input);
      assertThat(integer(call, "llm.token_count.completion")).isEqualTo(output);
      assertThat(integer(call, "llm.token_count.total")).isEqualTo(input + output);
      assertThat(integer(call, "gen_ai.usage.cache_read.input_tokens")).isLessThan(input);
      assertThat(decimal(call, "llm.cost.total")).isPositive();
    }
    assertThat(calls)
        .anySatisfy(
            it -> assertThat(integer(it, "gen_ai.usage.cache_read.input_tokens")).isPositive());
  }

  @Test
  void toolsTellTheirOwnNumbers() {
    assertThat(integer(trace.only("execute_tool case_search"), "app.search.limit")).isEqualTo(5);
    assertThat(integer(trace.only("execute_tool case_search"), "app.search.hits")).isEqualTo(5);
    Span validator = trace.only("execute_tool citation_validator");
    assertThat(integer(validator, "app.citations.checked")).isEqualTo(5);
    assertThat(integer(validator, "app.citations.rejected")).isEqualTo(1);
  }

  @Test
  void noContentLeavesTheProcessByDefault() {
    assertThat(receiver.events()).isEmpty();
    assertThat(receiver.everything())
        .doesNotContain("stairway", "landlord", "Harlan", "214 Mer. 118", "Research memo");
    assertThat(trace.spans())
        .allSatisfy(
            span ->
                assertThat(attributes(span))
                    .doesNotContainKeys(
                        "input.value",
                        "output.value",
                        "gen_ai.tool.call.arguments",
                        "gen_ai.tool.call.result"));
  }

  @Test
  void metricsTellCallsTokensAndCost() {
    assertThat(receiver.metrics())
        .extracting(Metric::getName)
        .contains(
            "gen_ai.client.token.usage",
            "gen_ai.client.operation.duration",
            "gen_ai.execute_tool.duration",
            "gen_ai.invoke_agent.duration",
            "spanloom.cost");
  }

  private static Span modelCallOf(Span turn) {
    List<Span> calls =
        trace.below(turn).stream().filter(it -> it.getName().startsWith("chat ")).toList();
    assertThat(calls).hasSize(1);
    return calls.get(0);
  }

  /** Identifier and tool name of each call in a model call's response. */
  private static Map<String, String> requestedBy(Span modelCall) {
    Map<String, String> requested = new HashMap<>();
    attributes(modelCall)
        .forEach(
            (key, value) -> {
              if (key.matches(
                  "llm\\.output_messages\\.0\\.message\\.tool_calls\\.\\d+\\.tool_call\\.id")) {
                String name = key.replace("tool_call.id", "tool_call.function.name");
                requested.put(value.getStringValue(), text(modelCall, name));
              }
            });
    return requested;
  }

  private static List<String> finishReasons(Span call) {
    AnyValue value = attribute(call, "gen_ai.response.finish_reasons");
    assertThat(value.getValueCase()).isEqualTo(AnyValue.ValueCase.ARRAY_VALUE);
    return value.getArrayValue().getValuesList().stream().map(AnyValue::getStringValue).toList();
  }
}
