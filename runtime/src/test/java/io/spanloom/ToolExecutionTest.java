package io.spanloom;

import static io.spanloom.Recorded.attributes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.Tool;
import io.spanloom.content.ContentMode;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A tool that a framework executes, and the annotated method that does its work, are one span. */
@SuppressWarnings("try") // a scope is only there to be closed
class ToolExecutionTest {

  private final Recorded recorded =
      Recorded.with(SpanloomOptions.builder().content(ContentMode.SPAN_ONLY).build());

  @AfterEach
  void close() {
    recorded.close();
  }

  @Test
  void theMethodAddsItsAttributesToTheFrameworksSpan() {
    run("call_1", () -> find("Walden"));

    assertThat(recorded.tree())
        .isEqualTo(
            """
            invoke_agent library
              execute_tool find
                look
            """);
    assertThat(attributes(recorded.span("execute_tool find")))
        .containsEntry("gen_ai.tool.call.id", "call_1")
        .containsEntry("gen_ai.tool.description", "Finds a book.")
        .containsEntry("book.title", "Walden")
        .containsEntry("gen_ai.tool.call.result", "{\"shelf\":12}");
  }

  @Test
  void anotherToolAndTheSameToolOnceMoreAreCallsOfTheirOwn() {
    run(
        "call_1",
        () -> {
          reserve();
          find("Walden");
          find("Emma");
        });

    assertThat(recorded.tree())
        .isEqualTo(
            """
            invoke_agent library
              execute_tool find
                execute_tool reserve
                look
                execute_tool find
                  look
            """);
  }

  @Test
  void aMethodThatFailsMakesTheExecutionFail() {
    assertThatThrownBy(() -> run("call_1", () -> find(""))).hasMessage("no title");

    SpanData tool = recorded.span("execute_tool find");
    assertThat(tool.getEvents()).hasSize(1);
    assertThat(attributes(tool)).containsEntry("error.type", "java.lang.IllegalArgumentException");
  }

  @Test
  void aSpanOfTheProgramsOwnIsNotTheMethods() {
    Spans.tool("find").run(() -> find("Walden"));

    assertThat(recorded.tree())
        .isEqualTo(
            """
            execute_tool find
              execute_tool find
                look
            """);
  }

  /** A framework that calls back, and reports the result as JSON. */
  @Agent("library")
  private void run(String callId, Runnable tool) {
    StartedSpan span = Spans.toolExecution("find").callId(callId).start();
    try (Scope ignored = span.makeCurrent()) {
      tool.run();
      span.end(Map.of("shelf", 12));
    } catch (RuntimeException thrown) {
      span.end();
      throw thrown;
    }
  }

  /** Finds a book. */
  @Tool
  private String find(@Attribute(key = "book.title") String title) {
    Spans.task("look").run(() -> {});
    if (title.isEmpty()) {
      throw new IllegalArgumentException("no title");
    }
    return title + " is here";
  }

  /** Reserves a book. */
  @Tool
  private void reserve() {}
}
