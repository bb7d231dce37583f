package io.spanloom;

import static io.spanloom.Recorded.attributes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.spanloom.ModelSdk.Request;
import io.spanloom.ModelSdk.Response;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.SessionId;
import io.spanloom.annotations.Task;
import io.spanloom.annotations.Tool;
import io.spanloom.annotations.ToolCallId;
import io.spanloom.annotations.UserId;
import io.spanloom.annotations.Workflow;
import io.spanloom.cost.PriceTable;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmToolCall;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An agent's trace as a user sees it: hierarchy, names, kinds, attributes, ids. */
class AgentTraceTest {

  private static final String BUNDLED =
      PriceTable.bundled().source() + ", " + PriceTable.bundled().date();

  private final Recorded recorded = Recorded.withDefaults();
  private final ExecutorService pool = Context.taskWrapping(Executors.newFixedThreadPool(2));

  @AfterEach
  void close() {
    pool.shutdown();
    recorded.close();
  }

  @Test
  void aToolNamesTheAgentThatItWorksForEachTime() {
    first();
    second();
    first();
    shared();

    assertThat(recorded.tree("gen_ai.agent.name"))
        .isEqualTo(
            """
            invoke_agent first first
              execute_tool shared first
            invoke_agent second second
              execute_tool shared second
            invoke_agent first first
              execute_tool shared first
            execute_tool shared
            """);
  }

  @Test
  void showsEachIterationOfTheLoopWithItsToolCalls() throws Exception {
    answer("session-1", "user-1", "a secret question");

    assertThat(recorded.tree(GenAi.TOOL_CALL_ID, "spanloom.tool_call.correlation"))
        .isEqualTo(
            """
            invoke_agent researcher
              reasoning
                chat gpt-4.1-mini
                execute_tool search call_1 explicit
                execute_tool search call_2 explicit
              reasoning
                chat gpt-4.1-mini
            """);
  }

  @Test
  void parallelToolsStayBelowTheReasoningThatRequestedThem() throws Exception {
    parallelReasoning();

    var reasoning = recorded.span("parallelReasoning");
    assertThat(recorded.spans())
        .filteredOn(span -> span.getName().equals("execute_tool meet"))
        .hasSize(2)
        .allSatisfy(tool -> assertThat(tool.getParentSpanId()).isEqualTo(reasoning.getSpanId()))
        .extracting(tool -> attributes(tool).get(GenAi.TOOL_CALL_ID))
        .containsExactlyInAnyOrder("call_1", "call_2");
  }

  @Test
  void tiesToolSpansToTheRequestingModelCall() throws Exception {
    answer("session-1", "user-1", "a secret question");

    var requesting =
        recorded.spans().stream()
            .filter(span -> span.getName().startsWith("chat"))
            .findFirst()
            .orElseThrow();
    assertThat(attributes(requesting))
        .contains(
            entry("llm.output_messages.0.message.role", "assistant"),
            entry("llm.output_messages.0.message.tool_calls.0.tool_call.id", "call_1"),
            entry("llm.output_messages.0.message.tool_calls.0.tool_call.function.name", "search"),
            entry("llm.output_messages.0.message.tool_calls.1.tool_call.id", "call_2"),
            entry(
                GenAi.OUTPUT_MESSAGES,
                "[{\"role\":\"assistant\",\"parts\":[{\"type\":\"tool_call\",\"id\":\"call_1\","
                    + "\"name\":\"search\"},{\"type\":\"tool_call\",\"id\":\"call_2\","
                    + "\"name\":\"search\"}],\"finish_reason\":\"tool_call\"}]"));
    assertThat(recorded.spans())
        .filteredOn(span -> span.getName().equals("execute_tool search"))
        .allSatisfy(
            tool ->
                assertThat(tool.getLinks())
                    .singleElement()
                    .satisfies(
                        link ->
                            assertThat(link.getSpanContext())
                                .isEqualTo(requesting.getSpanContext())));
  }

  @Test
  void describesTheAgentInBothConventions() throws Exception {
    answer("session-1", "user-1", "a secret question");

    var agent = recorded.span("invoke_agent researcher");
    assertThat(agent.getKind()).isEqualTo(SpanKind.INTERNAL);
    assertThat(agent.getAttributes().get(AttributeKey.doubleKey("spanloom.total.cost")))
        .isCloseTo(2 * (100 * 0.40 + 10 * 1.60) / 1_000_000, within(1e-12));
    assertThat(attributes(agent))
        .hasSize(13)
        .contains(
            entry("openinference.span.kind", "AGENT"),
            entry("agent.name", "researcher"),
            entry("session.id", "session-1"),
            entry("user.id", "user-1"),
            entry(GenAi.OPERATION_NAME, "invoke_agent"),
            entry(GenAi.AGENT_NAME, "researcher"),
            entry(GenAi.AGENT_VERSION, "1.2"),
            entry(GenAi.CONVERSATION_ID, "session-1"),
            entry("spanloom.total.inference_calls", 2L),
            entry("spanloom.total.tool_calls", 2L),
            entry("spanloom.total.input_tokens", 200L),
            entry("spanloom.total.output_tokens", 20L));
  }

  @Test
  void describesTheToolInBothConventions() throws Exception {
    answer("session-1", "user-1", "a secret question");

    var tool = recorded.spans().stream().filter(s -> s.getName().contains("tool")).findFirst();
    assertThat(attributes(tool.orElseThrow()))
        .containsOnly(
            entry("openinference.span.kind", "TOOL"),
            entry("tool.name", "search"),
            entry("tool.description", "Searches the library."),
            entry(
                "tool.json_schema",
                "{\"type\":\"object\",\"properties\":{\"query\":{\"type\":\"string\"},"
                    + "\"shelf\":{\"type\":\"integer\",\"minimum\":-2147483648,"
                    + "\"maximum\":2147483647}},\"required\":[\"query\",\"shelf\"],"
                    + "\"additionalProperties\":false}"),
            entry("tool.id", "call_1"),
            entry("tool_call.id", "call_1"),
            entry("session.id", "session-1"),
            entry("user.id", "user-1"),
            entry(GenAi.OPERATION_NAME, "execute_tool"),
            entry(GenAi.AGENT_NAME, "researcher"),
            entry(GenAi.TOOL_NAME, "search"),
            entry(GenAi.TOOL_TYPE, "function"),
            entry(GenAi.TOOL_DESCRIPTION, "Searches the library."),
            entry(GenAi.TOOL_CALL_ID, "call_1"),
            entry(GenAi.CONVERSATION_ID, "session-1"),
            entry("app.shelf", 7L),
            entry("spanloom.tool_call.correlation", "explicit"),
            entry("spanloom.output.length", 11L));
  }

  @Test
  void describesTheModelCallInBothConventions() {
    complete(new Request("gpt-4.1-mini-2025-04-14", List.of(LlmMessage.of("user", "hi"))), "x");

    var call = recorded.span("chat gpt-4.1-mini-2025-04-14");
    assertThat(call.getKind()).isEqualTo(SpanKind.CLIENT);
    assertThat(attributes(call))
        .containsOnly(
            entry("openinference.span.kind", "LLM"),
            entry("llm.system", "openai"),
            entry("llm.provider", "openai"),
            entry("llm.model_name", "gpt-4.1-mini"),
            entry("llm.request.model_name", "gpt-4.1-mini-2025-04-14"),
            entry("llm.response.model_name", "gpt-4.1-mini"),
            entry(
                "llm.invocation_parameters",
                "{\"model\":\"gpt-4.1-mini-2025-04-14\",\"temperature\":0.5}"),
            entry("llm.finish_reason", "stop"),
            entry("llm.input_messages.0.message.role", "user"),
            entry("llm.output_messages.0.message.role", "assistant"),
            entry("llm.token_count.prompt", 100L),
            entry("llm.token_count.completion", 10L),
            entry("llm.token_count.total", 110L),
            entry("llm.cost.prompt", 100 * 0.40 / 1_000_000),
            entry("llm.cost.completion", 10 * 1.60 / 1_000_000),
            entry("llm.cost.prompt_details.input", 100 * 0.40 / 1_000_000),
            entry("llm.cost.completion_details.output", 10 * 1.60 / 1_000_000),
            entry("llm.cost.total", 100 * 0.40 / 1_000_000 + 10 * 1.60 / 1_000_000),
            entry("spanloom.cost.input", 100 * 0.40 / 1_000_000),
            entry("spanloom.cost.output", 10 * 1.60 / 1_000_000),
            entry("spanloom.cost.total", 100 * 0.40 / 1_000_000 + 10 * 1.60 / 1_000_000),
            entry("spanloom.cost.price_source", BUNDLED + ": openai/gpt-4.1-mini"),
            entry(GenAi.OPERATION_NAME, "chat"),
            entry(GenAi.PROVIDER_NAME, "openai"),
            entry(GenAi.REQUEST_MODEL, "gpt-4.1-mini-2025-04-14"),
            entry(GenAi.REQUEST_TEMPERATURE, 0.5),
            entry(GenAi.RESPONSE_ID, "response-1"),
            entry(GenAi.RESPONSE_MODEL, "gpt-4.1-mini"),
            entry(GenAi.RESPONSE_FINISH_REASONS, List.of("stop")),
            entry(GenAi.USAGE_INPUT_TOKENS, 100L),
            entry(GenAi.USAGE_OUTPUT_TOKENS, 10L));
  }

  @Test
  void takesTheModelCallFromAttributesWithoutAdapter() {
    handWritten("claude-sonnet-4-5", "hello");

    assertThat(attributes(recorded.span("chat claude-sonnet-4-5")))
        .contains(
            entry(GenAi.PROVIDER_NAME, "anthropic"),
            entry(GenAi.REQUEST_MODEL, "claude-sonnet-4-5"),
            entry("llm.model_name", "claude-sonnet-4-5"),
            entry("llm.system", "anthropic"),
            entry(GenAi.USAGE_INPUT_TOKENS, 1000L),
            entry("llm.token_count.prompt", 1000L),
            entry(GenAi.USAGE_OUTPUT_TOKENS, 100L));
    assertThat(
            recorded
                .span("chat claude-sonnet-4-5")
                .getAttributes()
                .get(AttributeKey.doubleKey("llm.cost.total")))
        .isCloseTo((1000 * 3.0 + 100 * 15.0) / 1_000_000, within(1e-12));
  }

  @Test
  void contextGoesOnEverySpanBelow() {
    AgentContext context =
        AgentContext.builder()
            .sessionId("s")
            .userId("u")
            .tenant("acme")
            .feature("search")
            .attribute(AttributeKey.stringKey("app.plan"), "gold")
            .build();
    try (Scope scope = context.makeCurrent()) {
      assertThat(scope).isNotNull();
      pipeline();
    }

    assertThat(recorded.tree("session.id", "user.id", "app.tenant_id", "app.feature", "app.plan"))
        .isEqualTo(
            """
            invoke_workflow pipeline s u acme search gold
              rank s u acme search gold
            """);
  }

  @Test
  void innerContextOverridesAndOuterCompletes() {
    AgentContext outer = AgentContext.builder().sessionId("outer").tenant("acme").build();
    AgentContext inner = AgentContext.builder().sessionId("inner").build();
    try (Scope first = outer.makeCurrent();
        Scope second = inner.makeCurrent()) {
      assertThat(first).isNotSameAs(second);
      rank();
    }
    rank();

    assertThat(recorded.tree("session.id", "app.tenant_id")).isEqualTo("rank inner acme\nrank\n");
  }

  @Test
  void planIsNamedAfterItsAgent() throws Exception {
    planning();

    assertThat(recorded.tree(GenAi.OPERATION_NAME, GenAi.AGENT_NAME))
        .isEqualTo("invoke_agent planner invoke_agent planner\n  plan planner plan planner\n");
  }

  /** The loop: reasoning asks for tools, runs them in parallel, and answers. */
  @Agent(value = "researcher", version = "1.2")
  String answer(@SessionId String session, @UserId String user, String question) throws Exception {
    reasoning(question, List.of(call("call_1"), call("call_2")));
    return reasoning(question, List.of());
  }

  @Task
  String reasoning(String question, List<LlmToolCall> calls) throws Exception {
    complete(new Request("gpt-4.1-mini", List.of(LlmMessage.of("user", question))), calls);
    for (LlmToolCall call : calls) {
      pool.submit(() -> search("books", 7, call.id())).get();
    }
    return "done";
  }

  @LlmCall
  Response complete(Request request, List<LlmToolCall> calls) {
    return Response.asking(calls.toArray(LlmToolCall[]::new));
  }

  @LlmCall
  Response complete(Request request, String text) {
    return Response.saying(text);
  }

  /** Searches the library. It takes its time. */
  @Tool
  synchronized String search(
      String query, @Attribute(key = "app.shelf") int shelf, @ToolCallId String id) {
    return "found books";
  }

  @Task
  void parallelReasoning() throws Exception {
    complete(new Request("m", List.of()), List.of(meeting("call_1"), meeting("call_2")));
    CyclicBarrier bothRunning = new CyclicBarrier(2);
    Future<?> one = pool.submit(() -> meet(bothRunning));
    Future<?> other = pool.submit(() -> meet(bothRunning));
    one.get();
    other.get();
  }

  /** Waits for the other one. */
  @Tool
  int meet(@SuppressWarnings("NoJsonForm") CyclicBarrier others) throws Exception {
    return others.await(10, TimeUnit.SECONDS);
  }

  record Reply(String text, Tokens tokens) {}

  record Tokens(int in, int out) {}

  @LlmCall(provider = "anthropic")
  @Attribute(key = GenAi.USAGE_INPUT_TOKENS, path = "tokens.in")
  @Attribute(key = GenAi.USAGE_OUTPUT_TOKENS, path = "tokens.out")
  Reply handWritten(@Attribute(key = GenAi.REQUEST_MODEL) String model, String prompt) {
    return new Reply("hi", new Tokens(1000, 100));
  }

  @Workflow
  void pipeline() {
    rank();
  }

  @Task(kind = Task.Kind.STEP)
  void rank() {}

  @Agent("planner")
  void planning() {
    plan();
  }

  @Task(kind = Task.Kind.PLAN)
  void plan() {}

  private static LlmToolCall meeting(String id) {
    return new LlmToolCall(id, "meet", "{}");
  }

  private static LlmToolCall call(String id) {
    return new LlmToolCall(id, "search", "{\"query\":\"books\"}");
  }

  @Agent
  void first() {
    shared();
  }

  @Agent
  void second() {
    shared();
  }

  /** Serves both agents. */
  @Tool
  void shared() {}
}
