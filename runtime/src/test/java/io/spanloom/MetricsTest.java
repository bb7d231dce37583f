package io.spanloom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.metrics.data.DoubleExemplarData;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.spanloom.ModelSdk.Request;
import io.spanloom.ModelSdk.Response;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.Retrieval;
import io.spanloom.annotations.Task;
import io.spanloom.annotations.Tool;
import io.spanloom.annotations.Workflow;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is measured of woven calls, read from a real SDK. */
@SuppressWarnings("try") // scopes are there to be closed
class MetricsTest {

  private static final Request REQUEST = new Request("gpt-4.1-mini", List.of());

  @Test
  void everyOperationIsMeasuredByItsOwnInstrument() {
    try (Metered metered = Metered.with(SpanloomOptions.builder().build())) {
      review();

      assertThat(metered.metrics().keySet())
          .containsExactly(
              "gen_ai.client.operation.duration",
              "gen_ai.client.token.usage",
              "gen_ai.execute_tool.duration",
              "gen_ai.invoke_agent.duration",
              "gen_ai.invoke_agent.inference_calls",
              "gen_ai.invoke_agent.tool_calls",
              "gen_ai.workflow.duration",
              "spanloom.cost",
              "spanloom.operations.active");
      assertThat(metered.table("gen_ai.client.operation.duration"))
          .isEqualTo(
              """
              gen_ai.operation.name=chat gen_ai.provider.name=openai gen_ai.request.model=gpt-4.1-mini gen_ai.response.model=gpt-4.1-mini = 2x
              gen_ai.operation.name=retrieval = 1x
              """);
      assertThat(metered.table("gen_ai.client.token.usage"))
          .isEqualTo(
              """
              gen_ai.operation.name=chat gen_ai.provider.name=openai gen_ai.request.model=gpt-4.1-mini gen_ai.response.model=gpt-4.1-mini gen_ai.token.type=input = 200
              gen_ai.operation.name=chat gen_ai.provider.name=openai gen_ai.request.model=gpt-4.1-mini gen_ai.response.model=gpt-4.1-mini gen_ai.token.type=output = 20
              """);
      assertThat(metered.table("gen_ai.execute_tool.duration"))
          .isEqualTo(
              "gen_ai.agent.name=researcher gen_ai.operation.name=execute_tool"
                  + " gen_ai.tool.name=search gen_ai.tool.type=function = 1x\n");
      assertThat(metered.table("gen_ai.invoke_agent.duration"))
          .isEqualTo("gen_ai.agent.name=researcher gen_ai.operation.name=invoke_agent = 1x\n");
      assertThat(metered.table("gen_ai.invoke_agent.inference_calls"))
          .isEqualTo("gen_ai.agent.name=researcher gen_ai.operation.name=invoke_agent = 2\n");
      assertThat(metered.table("gen_ai.invoke_agent.tool_calls"))
          .isEqualTo("gen_ai.agent.name=researcher gen_ai.operation.name=invoke_agent = 1\n");
      assertThat(metered.table("gen_ai.workflow.duration"))
          .isEqualTo("gen_ai.operation.name=invoke_workflow gen_ai.workflow.name=review = 1x\n");
      assertThat(metered.table("spanloom.cost"))
          .isEqualTo(
              "gen_ai.operation.name=chat gen_ai.provider.name=openai"
                  + " gen_ai.request.model=gpt-4.1-mini gen_ai.response.model=gpt-4.1-mini"
                  + " = 0.000112\n");
    }
  }

  @Test
  void bucketsAreThoseOfTheConventions() {
    try (Metered metered = Metered.with(SpanloomOptions.builder().build())) {
      review();

      assertThat(boundaries(metered, "gen_ai.client.operation.duration"))
          .containsExactly(
              0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96,
              81.92);
      assertThat(boundaries(metered, "gen_ai.execute_tool.duration"))
          .startsWith(0.01, 0.02)
          .endsWith(81.92);
      assertThat(boundaries(metered, "gen_ai.client.token.usage"))
          .hasSize(14)
          .startsWith(1.0, 4.0, 16.0)
          .endsWith(67108864.0);
      assertThat(boundaries(metered, "gen_ai.invoke_agent.duration"))
          .hasSize(13)
          .startsWith(0.1, 0.2)
          .endsWith(409.6);
      assertThat(boundaries(metered, "gen_ai.invoke_agent.tool_calls"))
          .containsExactly(1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0);
      assertThat(boundaries(metered, "gen_ai.workflow.duration"))
          .containsExactly(1.0, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0, 600.0, 1800.0, 3600.0, 7200.0);
    }
  }

  @Test
  void namesUnitsAndScopeIdentifyTheInstrumentation() {
    try (Metered metered = Metered.with(SpanloomOptions.builder().build())) {
      review();

      assertThat(metered.metrics().values())
          .allSatisfy(
              metric -> {
                assertThat(metric.getInstrumentationScopeInfo().getName()).isEqualTo("io.spanloom");
                assertThat(metric.getInstrumentationScopeInfo().getSchemaUrl())
                    .isEqualTo(metered.spans().get(0).getInstrumentationScopeInfo().getSchemaUrl())
                    .isNotNull();
              });
      assertThat(metered.metrics().get("spanloom.cost").getUnit()).isEqualTo("{USD}");
      assertThat(metered.metrics().get("gen_ai.client.token.usage").getUnit()).isEqualTo("{token}");
      assertThat(metered.metrics().get("gen_ai.workflow.duration").getUnit()).isEqualTo("s");
    }
  }

  @Test
  void whatIsNotSampledIsMeasuredAllTheSame() {
    String sampled;
    try (Metered metered = Metered.with(SpanloomOptions.builder().build())) {
      review();
      assertThat(catchThrowable(this::fail)).isNotNull();
      sampled = everything(metered);
    }
    try (Metered metered = Metered.with(SpanloomOptions.builder().build(), Sampler.alwaysOff())) {
      review();
      assertThat(catchThrowable(this::fail)).isNotNull();

      assertThat(metered.spans()).isEmpty();
      assertThat(everything(metered)).isEqualTo(sampled).contains("spanloom.cost");
    }
  }

  @Test
  void errorsAreDistinguished() {
    try (Metered metered = Metered.with(SpanloomOptions.builder().build())) {
      assertThat(catchThrowable(this::fail)).isNotNull();
      assertThat(catchThrowable(() -> refuse(REQUEST))).isNotNull();

      assertThat(metered.table("gen_ai.execute_tool.duration"))
          .isEqualTo(
              "error.type=java.lang.IllegalStateException gen_ai.operation.name=execute_tool"
                  + " gen_ai.tool.name=fail gen_ai.tool.type=function = 1x\n");
      assertThat(metered.table("gen_ai.client.operation.duration"))
          .isEqualTo(
              "error.type=model_overloaded gen_ai.operation.name=chat"
                  + " gen_ai.provider.name=openai gen_ai.request.model=gpt-4.1-mini = 1x\n");
      assertThat(metered.table("spanloom.operations.active"))
          .isEqualTo(
              """
              gen_ai.operation.name=chat gen_ai.provider.name=openai gen_ai.request.model=gpt-4.1-mini = 0
              gen_ai.operation.name=execute_tool gen_ai.tool.name=fail gen_ai.tool.type=function = 0
              """);
    }
  }

  @Test
  void operationsAreActiveUntilTheirResultSettles() {
    try (Metered metered = Metered.with(SpanloomOptions.builder().build())) {
      CompletableFuture<String> answer = new CompletableFuture<>();
      assertThat(later(answer)).isSameAs(answer);

      String running = "gen_ai.agent.name=later gen_ai.operation.name=invoke_agent = ";
      assertThat(metered.table("spanloom.operations.active")).isEqualTo(running + "1\n");
      assertThat(metered.metrics()).doesNotContainKey("gen_ai.invoke_agent.duration");

      answer.complete("done");
      assertThat(metered.table("spanloom.operations.active")).isEqualTo(running + "0\n");
      assertThat(metered.table("gen_ai.invoke_agent.duration")).isEqualTo(running + "1x\n");
    }
  }

  @Test
  void tenantAndFeatureOnlyWhereOptedIn() {
    SpanloomOptions options =
        SpanloomOptions.builder().metricAttributes("app.tenant_id", "app.feature").build();
    try (Metered metered = Metered.with(options)) {
      for (String tenant : List.of("acme", "zeta", "acme")) {
        try (Scope scope =
            AgentContext.builder()
                .sessionId("s-" + tenant)
                .userId("u")
                .tenant(tenant)
                .feature("search")
                .build()
                .makeCurrent()) {
          complete(REQUEST);
        }
      }

      String call =
          " gen_ai.operation.name=chat gen_ai.provider.name=openai"
              + " gen_ai.request.model=gpt-4.1-mini gen_ai.response.model=gpt-4.1-mini = ";
      assertThat(metered.table("spanloom.cost"))
          .isEqualTo(
              "app.feature=search app.tenant_id=acme"
                  + call
                  + "0.000112\n"
                  + "app.feature=search app.tenant_id=zeta"
                  + call
                  + "0.000056\n");
      assertThat(everything(metered)).doesNotContain("s-acme").doesNotContain("user.id");
    }
    try (Metered metered = Metered.with(SpanloomOptions.builder().build());
        Scope scope = AgentContext.builder().tenant("acme").build().makeCurrent()) {
      complete(REQUEST);

      assertThat(everything(metered)).doesNotContain("acme");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"session.id", "user.id", "gen_ai.conversation.id"})
  void sessionsAndUsersAreNoLabels(String key) {
    assertThat(catchThrowable(() -> SpanloomOptions.builder().metricAttributes(key)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(key);
  }

  @Test
  void valuesWithoutEndAreMeasuredTogether() {
    try (Metered metered = Metered.with(SpanloomOptions.builder().build())) {
      for (int i = 0; i < 1000; i++) {
        dispatch("tool-" + i);
      }

      assertThat(metered.histogram("gen_ai.execute_tool.duration")).hasSize(201);
      assertThat(metered.table("gen_ai.execute_tool.duration"))
          .contains("gen_ai.tool.name=tool-0 ", "gen_ai.tool.name=tool-199 ")
          .contains("gen_ai.tool.name=_OTHER gen_ai.tool.type=function = 800x\n");
    }
  }

  @Test
  void exemplarsLeadToTheSpan() {
    try (Metered metered = Metered.with(SpanloomOptions.builder().build())) {
      complete(REQUEST);

      SpanData span = metered.spans().get(0);
      assertThat(metered.histogram("gen_ai.client.operation.duration"))
          .singleElement()
          .satisfies(
              point ->
                  assertThat(point.getExemplars())
                      .singleElement()
                      .extracting(DoubleExemplarData::getSpanContext)
                      .isEqualTo(span.getSpanContext()));
    }
  }

  @Test
  void ourFailuresAreCountedByKind() {
    try (Metered metered = Metered.with(SpanloomOptions.builder().build())) {
      inspect(new Moody());
      inspect(new Moody());

      assertThat(metered.table("spanloom.errors"))
          .isEqualTo("error.type=java.lang.IllegalStateException spanloom.error.kind=call = 2\n");
    }
  }

  @Test
  void withoutAMeterProviderNothingIsMeasured() {
    try (Recorded recorded = Recorded.withDefaults()) {
      OpenTelemetry tracesOnly =
          new OpenTelemetry() {
            @Override
            public TracerProvider getTracerProvider() {
              return recorded.sdk().getTracerProvider();
            }

            @Override
            public io.opentelemetry.context.propagation.ContextPropagators getPropagators() {
              return recorded.sdk().getPropagators();
            }
          };
      Spanloom.install(tracesOnly);
      review();

      assertThat(recorded.spans()).hasSize(6);
    }
  }

  private static String everything(Metered metered) {
    StringBuilder all = new StringBuilder();
    metered
        .metrics()
        .keySet()
        .forEach(name -> all.append(name).append('\n').append(metered.table(name)));
    return all.toString();
  }

  private static List<Double> boundaries(Metered metered, String name) {
    return metered.histogram(name).stream()
        .map(HistogramPointData::getBoundaries)
        .distinct()
        .toList()
        .get(0);
  }

  @Workflow
  String review() {
    return researcher();
  }

  @Agent("researcher")
  String researcher() {
    complete(REQUEST);
    lookUp("statutes");
    search("q");
    return complete(REQUEST).text();
  }

  @Agent
  CompletableFuture<String> later(CompletableFuture<String> answer) {
    return answer;
  }

  @LlmCall
  Response complete(Request request) {
    return Response.saying("hi");
  }

  @LlmCall
  Response refuse(Request request) {
    throw new IllegalStateException("overloaded");
  }

  @Retrieval
  String lookUp(String query) {
    return query;
  }

  /** Searches. */
  @Tool
  String search(String query) {
    return query;
  }

  /** Fails. */
  @Tool
  void fail() {
    throw new IllegalStateException("no");
  }

  /** Calls any tool. */
  @Tool
  void dispatch(@Attribute(key = GenAi.TOOL_NAME) String name) {}

  @Task
  void inspect(@Attribute(key = "app.mood", path = "mood") Moody moody) {}

  static final class Moody {
    String getMood() {
      throw new IllegalStateException("not in the mood");
    }
  }
}
