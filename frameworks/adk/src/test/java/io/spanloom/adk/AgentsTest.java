package io.spanloom.adk;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static io.spanloom.adk.ScriptedModel.call;
import static io.spanloom.adk.ScriptedModel.callWithoutId;
import static io.spanloom.adk.ScriptedModel.calls;
import static io.spanloom.adk.ScriptedModel.text;
import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.adk.agents.BaseAgent;
import com.google.adk.agents.LlmAgent;
import com.google.adk.agents.ParallelAgent;
import com.google.adk.agents.RunConfig;
import com.google.adk.agents.RunConfig.StreamingMode;
import com.google.adk.agents.RunConfig.ToolExecutionMode;
import com.google.adk.agents.SequentialAgent;
import com.google.adk.events.Event;
import com.google.adk.plugins.Plugin;
import com.google.adk.runner.InMemoryRunner;
import com.google.adk.tools.AgentTool;
import com.google.adk.tools.FunctionTool;
import com.google.genai.types.Content;
import com.google.genai.types.Part;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.AgentContext;
import io.spanloom.SpanloomOptions;
import io.spanloom.content.ContentMode;
import io.spanloom.testing.SpanloomExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Agents that ADK runs, with the plugin in their runner. */
@Timeout(60)
@SuppressWarnings("try") // a scope is only there to be closed
class AgentsTest {

  private static final Map<String, Object> WALDEN = Map.of("title", "Walden");

  private static final String TWO_STEPS =
      """
      invoke_agent librarian
        step 1
          chat gemini-2.5-flash
            ask
          execute_tool find_book
            look
        step 2
          chat gemini-2.5-flash
            ask
      """;

  @RegisterExtension
  static final SpanloomExtension spanloom =
      SpanloomExtension.with(SpanloomOptions.builder().content(ContentMode.SPAN_ONLY).build());

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anAgentItsModelCallsAndItsToolsAreOneTree(boolean elsewhere) {
    ScriptedModel model =
        model(elsewhere).answers(calls(call("call_1", "find_book", WALDEN))).answers(text("Here."));

    assertThat(run(librarian(model))).isEqualTo("Here.");

    assertThat(spanloom.trace()).everyToolHasItsCallId().hasTree(TWO_STEPS);
    assertThat(spanloom.spans())
        .allSatisfy(
            span ->
                assertThat(span.getAttributes().asMap().toString())
                    .contains("session.id=s-1")
                    .contains("user.id=u-1"));
    var agent = assertThat(spanloom.trace()).hasRoot("invoke_agent librarian");
    agent
        .hasAttribute("gen_ai.agent.name", "librarian")
        .hasAttribute("gen_ai.agent.description", "Knows where books are.")
        .hasAttribute("input.value", "Where is Walden?")
        .hasAttribute("output.value", "Here.");
    var step = agent.child("step 1");
    step.child("chat gemini-2.5-flash")
        .hasAttribute("gen_ai.provider.name", "gcp.gen_ai")
        .hasAttribute("gen_ai.response.model", "gemini-2.5-flash-001")
        .hasAttribute("gen_ai.usage.input_tokens", 100L)
        .hasAttribute("gen_ai.usage.output_tokens", 20L)
        .hasAttribute("gen_ai.response.finish_reasons", List.of("STOP"))
        .hasAttribute("llm.cost.total")
        .hasAttribute("llm.output_messages.0.message.tool_calls.0.tool_call.id", "call_1");
    step.child("execute_tool find_book")
        .hasToolCallId("call_1")
        .isLinkedTo("chat gemini-2.5-flash")
        .hasAttribute("spanloom.tool_call.correlation", "explicit")
        .hasAttribute("book.title", "Walden")
        .hasAttribute("gen_ai.tool.call.arguments", "{\"title\":\"Walden\"}")
        .hasAttribute("gen_ai.tool.call.result", "{\"shelf\":12}");
    agent
        .child("step 2")
        .child("chat gemini-2.5-flash")
        .hasAttribute("llm.input_messages.3.message.tool_call_id", "call_1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NONE", "SEQUENTIAL", "PARALLEL"})
  void callsOfOneResponseAreTiedToTheirIds(String mode) {
    ScriptedModel model =
        ScriptedModel.onAnotherThread()
            .answers(
                calls(
                    call("call_1", "renew_book", WALDEN),
                    call("call_2", "renew_book", WALDEN),
                    call("call_3", "reserve_book", WALDEN)))
            .answers(text("Done."));

    run(librarian(model), RunConfig.builder().toolExecutionMode(ToolExecutionMode.valueOf(mode)));

    assertThat(spanloom.trace())
        .everyToolHasItsCallId()
        .hasTree(
            """
            invoke_agent librarian
              step 1
                chat gemini-2.5-flash
                  ask
                execute_tool renew_book
                  look
                execute_tool renew_book
                  look
                execute_tool reserve_book
                  look
              step 2
                chat gemini-2.5-flash
                  ask
            """);
    assertThat(spanloom.spans())
        .filteredOn(span -> span.getName().startsWith("execute_tool"))
        .extracting(AgentsTest::callId)
        .containsExactlyInAnyOrder("call_1", "call_2", "call_3");
  }

  /** ADK tells the model that the tool has failed, and goes on. */
  @Test
  void aToolThatFailsIsMarkedIfItsMethodIsAnnotated() {
    ScriptedModel model =
        ScriptedModel.here()
            .answers(calls(call("call_1", "burn_book", WALDEN)))
            .answers(text("It does not burn."));

    assertThat(run(librarian(model))).isEqualTo("It does not burn.");

    assertThat(spanloom.trace())
        .everyToolHasItsCallId()
        .hasTree(
            """
            invoke_agent librarian
              step 1
                chat gemini-2.5-flash
                  ask
                execute_tool burn_book ERROR
              step 2
                chat gemini-2.5-flash
                  ask
            """);
  }

  /** Gemini often gives calls no ids; ADK then makes up one for its session. */
  @Test
  void aCallThatTheModelGaveNoIdHasAdksAndIsLinked() {
    ScriptedModel model =
        ScriptedModel.here()
            .answers(calls(callWithoutId("reserve_book", WALDEN)))
            .answers(text("Kept."));

    run(librarian(model));

    var tool =
        assertThat(spanloom.trace())
            .hasRoot("invoke_agent librarian")
            .child("step 1")
            .child("execute_tool reserve_book");
    tool.isLinkedTo("chat gemini-2.5-flash")
        .hasAttribute("spanloom.tool_call.correlation", "arguments");
    assertThat(spanloom.spans())
        .filteredOn(span -> span.getName().equals("execute_tool reserve_book"))
        .singleElement()
        .extracting(AgentsTest::callId)
        .asString()
        .startsWith("adk-");
  }

  @Test
  void aStreamedAnswerIsOneCall() {
    ScriptedModel model =
        ScriptedModel.here()
            .answers(
                ScriptedModel.response(Part.fromText("It is ")).partial(true).build(),
                ScriptedModel.response(Part.fromText("It is somewhere.")).build(),
                calls(call("call_1", "reserve_book", WALDEN)))
            .answers(text("Kept."));

    run(librarian(model), RunConfig.builder().streamingMode(StreamingMode.SSE));

    assertThat(spanloom.trace())
        .everyToolHasItsCallId()
        .hasSpans("chat gemini-2.5-flash", 2)
        .hasRoot("invoke_agent librarian")
        .child("step 1")
        .child("chat gemini-2.5-flash")
        .hasAttribute(
            "llm.output_messages.0.message.tool_calls.0.tool_call.function.name", "reserve_book")
        .hasAttribute("output.value", "It is somewhere.");
  }

  @Test
  void aModelThatFailsMakesTheAgentFail() {
    ScriptedModel model = ScriptedModel.here().fails(new IllegalStateException("no quota"));

    assertThatThrownBy(() -> run(librarian(model))).hasMessage("no quota");

    assertThat(spanloom.trace())
        .hasTree(
            """
            invoke_agent librarian ERROR
              step 1 ERROR
                chat gemini-2.5-flash ERROR
                  ask
            """);
  }

  @Test
  void agentsInTurnAndAtOnceAreBelowTheirAgent() {
    BaseAgent agents =
        SequentialAgent.builder()
            .name("both")
            .subAgents(
                agent("first", ScriptedModel.onAnotherThread().answers(text("1"))),
                ParallelAgent.builder()
                    .name("at_once")
                    .subAgents(
                        agent("second", ScriptedModel.here().answers(text("2"))),
                        agent("third", ScriptedModel.onAnotherThread().answers(text("3"))))
                    .build())
            .build();

    run(agents);

    assertThat(spanloom.trace().tree().lines().map(String::strip))
        .containsExactlyInAnyOrder(
            "invoke_agent both",
            "invoke_agent first",
            "step 1",
            "chat gemini-2.5-flash",
            "ask",
            "invoke_agent at_once",
            "invoke_agent second",
            "step 1",
            "chat gemini-2.5-flash",
            "ask",
            "invoke_agent third",
            "step 1",
            "chat gemini-2.5-flash",
            "ask");
    var both = assertThat(spanloom.trace()).hasRoot("invoke_agent both");
    both.child("invoke_agent first").child("step 1");
    both.child("invoke_agent at_once").child("invoke_agent second").child("step 1");
    both.child("invoke_agent at_once").child("invoke_agent third").child("step 1");
  }

  /** The agent that a tool runs has a session of its own; the conversation remains one. */
  @Test
  void anAgentThatIsAToolIsBelowTheTool() {
    BaseAgent expert = agent("expert", ScriptedModel.onAnotherThread().answers(text("12")));
    BaseAgent librarian =
        LlmAgent.builder()
            .name("librarian")
            .model(
                ScriptedModel.here()
                    .answers(calls(call("call_1", "expert", Map.of("request", "Where?"))))
                    .answers(text("On 12.")))
            .tools(AgentTool.create(expert, false, true))
            .build();

    run(librarian);

    assertThat(spanloom.trace())
        .hasTree(
            """
            invoke_agent librarian
              step 1
                chat gemini-2.5-flash
                  ask
                execute_tool expert
                  invoke_agent expert
                    step 1
                      chat gemini-2.5-flash
                        ask
              step 2
                chat gemini-2.5-flash
                  ask
            """);
    assertThat(spanloom.spans())
        .allSatisfy(
            span -> assertThat(span.getAttributes().asMap().toString()).contains("session.id=s-1"));
  }

  @Test
  void theSessionThatTheProgramHasSetStays() {
    try (var ignored = AgentContext.builder().tenant("acme").build().makeCurrent()) {
      run(librarian(ScriptedModel.here().answers(text("Here."))));
    }

    assertThat(spanloom.trace())
        .hasRoot("invoke_agent librarian")
        .hasAttribute("app.tenant_id", "acme")
        .hasAttribute("session.id", "s-1");
  }

  /** ADK leaves its contexts on threads; they say no more when the run is over. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theNextRunOfTheThreadIsATraceOfItsOwn(boolean elsewhere) {
    ScriptedModel model =
        model(elsewhere)
            .answers(calls(call("call_1", "renew_book", WALDEN)))
            .answers(text("One."))
            .answers(text("Two."));
    BaseAgent librarian = librarian(model);

    run(librarian);
    run(librarian);

    assertThat(spanloom.traces()).hasSize(2);
    assertThat(spanloom.traces())
        .allSatisfy(trace -> assertThat(trace).hasRoot("invoke_agent librarian"));
    assertThat(AdkSpan.in(Context.current()))
        .satisfiesAnyOf(
            span -> assertThat(span).isNull(), span -> assertThat(span.isEnded()).isTrue());
  }

  private static String callId(SpanData span) {
    return span.getAttributes().get(stringKey("gen_ai.tool.call.id"));
  }

  private static ScriptedModel model(boolean elsewhere) {
    return elsewhere ? ScriptedModel.onAnotherThread() : ScriptedModel.here();
  }

  private static BaseAgent agent(String name, ScriptedModel model) {
    return LlmAgent.builder().name(name).description("Helps.").model(model).build();
  }

  private static BaseAgent librarian(ScriptedModel model) {
    Catalogue catalogue = new Catalogue();
    return LlmAgent.builder()
        .name("librarian")
        .description("Knows where books are.")
        .model(model)
        .tools(
            FunctionTool.create(catalogue, "findBook"),
            FunctionTool.create(catalogue, "reserveBook"),
            FunctionTool.create(catalogue, "renewBook"),
            FunctionTool.create(catalogue, "burnBook"))
        .build();
  }

  private static String run(BaseAgent agent) {
    return run(agent, RunConfig.builder());
  }

  private static String run(BaseAgent agent, RunConfig.Builder config) {
    return run(agent, config, List.of(new SpanloomPlugin()));
  }

  private static String run(BaseAgent agent, RunConfig.Builder config, List<Plugin> plugins) {
    Event last =
        new InMemoryRunner(agent, "library", plugins)
            .runAsync(
                "u-1",
                "s-1",
                Content.fromParts(Part.fromText("Where is Walden?")),
                config.autoCreateSession(true).build())
            .blockingLast();
    return last.stringifyContent();
  }
}
