package io.spanloom.adk;

import static io.spanloom.adk.ScriptedModel.call;
import static io.spanloom.adk.ScriptedModel.calls;
import static io.spanloom.adk.ScriptedModel.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.adk.agents.LlmAgent;
import com.google.adk.agents.RunConfig;
import com.google.adk.plugins.Plugin;
import com.google.adk.runner.InMemoryRunner;
import com.google.adk.telemetry.Tracing;
import com.google.adk.tools.FunctionTool;
import com.google.genai.types.Content;
import com.google.genai.types.Part;
import io.opentelemetry.api.trace.Tracer;
import io.spanloom.testing.SpanloomExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runners without the plugin, in a program that has runners with it. */
class OwnSpansTest {

  @RegisterExtension static final SpanloomExtension spanloom = SpanloomExtension.create();

  private final Tracer before = Tracing.getTracer();

  /** As if the program had set the global OpenTelemetry before it loaded ADK. */
  @BeforeEach
  void adkFindsTheTracer() {
    Tracing.setTracerForTesting(spanloom.openTelemetry().getTracer("gcp.vertex.agent"));
    new SpanloomPlugin();
  }

  @AfterEach
  void adkHasItsTracerBack() {
    Tracing.setTracerForTesting(before);
  }

  @Test
  void keepTheSpansOfAdk() {
    run(List.of());

    assertThat(spanloom.trace().tree().lines().map(String::strip))
        .contains("invocation", "invoke_agent librarian", "call_llm")
        .filteredOn(line -> line.startsWith("execute_tool"))
        .isNotEmpty();
    assertThat(spanloom.trace().tree()).startsWith("invocation\n  invoke_agent librarian\n");
  }

  @Test
  void withItThereAreNone() {
    run(List.of(new SpanloomPlugin()));

    assertThat(spanloom.trace().tree())
        .isEqualTo(
            """
            invoke_agent librarian
              step 1
                chat gemini-2.5-flash
                  ask
                execute_tool reserve_book
                  look
              step 2
                chat gemini-2.5-flash
                  ask
            """);
  }

  private static void run(List<Plugin> plugins) {
    LlmAgent agent =
        LlmAgent.builder()
            .name("librarian")
            .model(
                ScriptedModel.here()
                    .answers(calls(call("call_1", "reserve_book", Map.of("title", "Walden"))))
                    .answers(text("Kept.")))
            .tools(FunctionTool.create(new Catalogue(), "reserveBook"))
            .build();
    new InMemoryRunner(agent, "library", plugins)
        .runAsync(
            "u-1",
            "s-1",
            Content.fromParts(Part.fromText("Keep Walden.")),
            RunConfig.builder().autoCreateSession(true).build())
        .blockingLast();
  }
}
