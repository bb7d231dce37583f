package io.spanloom;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.SessionId;
import io.spanloom.annotations.Task;
import io.spanloom.annotations.Tool;
import io.spanloom.annotations.Workflow;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What messages carry; {@link TwoProcessesTest} sends them. */
class PropagationTest {

  private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private Recorded recorded = Recorded.withDefaults();

  @AfterEach
  void close() {
    recorded.close();
  }

  @Test
  void nothingOfASessionTravelsUnlessOptedIn() {
    Map<String, String> headers = new HashMap<>();
    workflow("s-1", () -> Propagation.inject(headers));

    assertThat(headers).containsOnlyKeys("traceparent");
    assertThat(headers.get("traceparent"))
        .contains(recorded.span("invoke_workflow workflow").getSpanId());
  }

  @Test
  void optedInValuesTravelAndTheInnermostSessionCounts() {
    optIn("session.id", "user.id", "app.plan");
    Map<String, String> outer = new HashMap<>();
    Map<String, String> inner = new HashMap<>();
    workflow(
        "s-1",
        () -> {
          Propagation.inject(outer);
          AgentContext other =
              AgentContext.builder()
                  .sessionId("s-2")
                  .attribute(io.opentelemetry.api.common.AttributeKey.longKey("app.plan"), 3L)
                  .build();
          try (Scope scope = other.makeCurrent()) {
            assertThat(scope).isNotNull();
            Propagation.inject(inner);
          }
          assertThat(Baggage.current().getEntryValue("session.id")).isEqualTo("s-1");
        });

    assertThat(outer).containsEntry("baggage", "session.id=s-1");
    assertThat(inner.get("baggage").split(","))
        .containsExactlyInAnyOrder("session.id=s-2", "app.plan=3");
    assertThat(Baggage.current().isEmpty()).isTrue();
  }

  @Test
  void theUsersOwnBaggageIsKept() {
    optIn("session.id");
    Map<String, String> headers = new HashMap<>();
    try (Scope own = Baggage.builder().put("shop", "7").build().makeCurrent()) {
      assertThat(own).isNotNull();
      workflow("s-1", () -> Propagation.inject(headers));
    }

    assertThat(headers.get("baggage").split(","))
        .containsExactlyInAnyOrder("shop=7", "session.id=s-1");
  }

  @Test
  void baggageThatAnythingElseBroughtIsASessionToo() {
    optIn("session.id", "app.plan");
    Baggage arrived = Baggage.builder().put("session.id", "s-9").put("app.plan", "gold").build();
    try (Scope scope = arrived.makeCurrent()) {
      assertThat(scope).isNotNull();
      rank();
    }

    assertThat(recorded.tree("session.id", "app.plan")).isEqualTo("rank s-9 gold\n");
  }

  @Test
  void keysNotOptedInAreNotReadFromBaggage() {
    optIn("session.id");
    Baggage arrived = Baggage.builder().put("user.id", "mallory").build();
    try (Scope scope = arrived.makeCurrent()) {
      assertThat(scope).isNotNull();
      rank();
    }

    assertThat(recorded.tree("user.id")).isEqualTo("rank\n");
  }

  @Test
  void headersAreFoundInAnyCaseAndWithSeveralValues() {
    optIn("session.id", "user.id");
    Map<String, List<String>> headers =
        Map.of(
            "Traceparent", List.of(PARENT),
            "BAGGAGE", List.of("session.id=s-1", "user.id=u"),
            "Spanloom-Tool-Call", List.of("call%5F1"));
    try (Scope scope = Propagation.extract(headers).makeCurrent()) {
      assertThat(scope).isNotNull();
      search();
    }

    assertThat(recorded.tree("session.id", "user.id", GenAi.TOOL_CALL_ID))
        .isEqualTo("execute_tool search s-1 u call_1\n");
    assertThat(recorded.span("execute_tool search").getParentSpanId())
        .isEqualTo("b7ad6b7169203331");
  }

  @Test
  void anIdSurvivesWhateverItIsMadeOf() {
    Map<String, Object> headers = new HashMap<>();
    try (Scope scope = ToolCalls.scope("call;1=ü \n%")) {
      assertThat(scope).isNotNull();
      Propagation.inject(headers);
    }
    assertThat(headers.get("spanloom-tool-call").toString()).isPrintable();
    try (Scope scope = Propagation.extract(headers).makeCurrent()) {
      assertThat(scope).isNotNull();
      search();
    }

    assertThat(recorded.span("execute_tool search").getAttributes().asMap())
        .containsValue("call;1=ü \n%");
  }

  @Test
  void aSpanThatContinuedTheTraceAlreadyStaysTheParent() {
    Map<String, String> headers = Map.of("traceparent", PARENT, "spanloom-tool-call", "call_1");
    Span server =
        recorded
            .sdk()
            .getTracer("server")
            .spanBuilder("POST /tools")
            .setParent(Propagation.extract(headers))
            .startSpan();
    try (Scope outer = server.makeCurrent();
        Scope inner = Propagation.extract(headers).makeCurrent()) {
      assertThat(outer).isNotSameAs(inner);
      search();
    } finally {
      server.end();
    }

    assertThat(recorded.tree(GenAi.TOOL_CALL_ID))
        .isEqualTo("POST /tools\n  execute_tool search call_1\n");
  }

  @Test
  void anotherTracesMessageLeavesTheReceiversSessionBehind() {
    workflow(
        "s-1",
        () -> {
          try (Scope scope = Propagation.extract(Map.of("traceparent", PARENT)).makeCurrent()) {
            assertThat(scope).isNotNull();
            rank();
          }
          rank();
        });

    assertThat(recorded.tree("session.id"))
        .isEqualTo("invoke_workflow workflow s-1\n  rank s-1\nrank\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";",
        ";tool=search",
        "%",
        "%zz",
        "=;==;requested-by=",
        ";requested-by=00-0-0-0"
      })
  void whatIsNoToolCallIsIgnored(String value) {
    try (Scope scope = Propagation.extract(Map.of("spanloom-tool-call", value)).makeCurrent()) {
      assertThat(scope).isNotNull();
      search();
    }

    assertThat(recorded.span("execute_tool search").getLinks()).isEmpty();
  }

  @Test
  void aTooLongIdIsIgnored() {
    Map<String, String> headers = new HashMap<>();
    try (Scope scope = ToolCalls.scope("x".repeat(3000))) {
      assertThat(scope).isNotNull();
      Propagation.inject(headers);
    }

    assertThat(headers).isEmpty();
  }

  @Test
  void noMapIsInTheWay() {
    Map<String, String> oddKeys = new HashMap<>();
    oddKeys.put(null, "HTTP/1.1 200 OK");
    oddKeys.put("traceparent", null);

    assertThat(Propagation.extract(null)).isSameAs(Context.current());
    assertThat(Propagation.extract(oddKeys)).isSameAs(Context.current());
    assertThat(Propagation.extract(Map.of("traceparent", Arrays.asList(1, null))))
        .isSameAs(Context.current());
    workflow(
        "s-1",
        () -> {
          Propagation.inject(null);
          Propagation.inject(Map.of());
        });
    assertThat(recorded.tree()).isEqualTo("invoke_workflow workflow\n");
  }

  private void optIn(String... keys) {
    recorded.close();
    recorded = Recorded.with(SpanloomOptions.builder().baggage(keys).build());
  }

  @Workflow
  void workflow(@SessionId String session, Runnable body) {
    body.run();
  }

  @Task(kind = Task.Kind.STEP)
  void rank() {}

  /** Searches. */
  @Tool
  String search() {
    return "found";
  }
}
