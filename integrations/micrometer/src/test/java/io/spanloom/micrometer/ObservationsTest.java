package io.spanloom.micrometer;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.SenderContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.spanloom.Spans;
import io.spanloom.testing.SpanloomExtension;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Observations and annotated methods around and inside each other make one tree. */
class ObservationsTest {

  @RegisterExtension static final SpanloomExtension spanloom = SpanloomExtension.create();

  private static final String IN_A_REQUEST =
      """
      http get /ask
        invoke_agent clerk
          chat client
            execute_tool find
              database
      """;

  private ObservationRegistry registry;
  private Tracer tracer;
  private Clerk clerk;

  @BeforeEach
  void start() {
    ObservedProgram program = new ObservedProgram(spanloom.openTelemetry());
    registry = program.registry();
    tracer = program.tracer();
    clerk = program.clerk();
  }

  @AfterEach
  void nothingStaysCurrent() {
    assertThat(Context.current()).isSameAs(Context.root());
    assertThat(registry.getCurrentObservation()).isNull();
  }

  @Test
  void observationInsideAnAgent() {
    clerk.answer("s-1");

    assertThat(spanloom.trace())
        .everyToolHasItsCallId()
        .hasTree(
            """
            invoke_agent clerk
              chat client
                execute_tool find
                  database
            """);
    assertToolIsInSession();
  }

  @Test
  void observationAroundAnAgent() {
    inRequest(() -> clerk.answer("s-1"));

    assertThat(spanloom.trace()).everyToolHasItsCallId().hasTree(IN_A_REQUEST);
    assertToolIsInSession();
  }

  @Test
  void observationsWithinObservations() {
    inRequest(
        () ->
            clerk.observe(
                "service",
                () ->
                    clerk.answer(
                        "s-1",
                        self ->
                            self.observe(
                                "advisor",
                                () ->
                                    self.observe("chat client", () -> self.requestAndFind("c"))))));

    assertThat(spanloom.trace())
        .everyToolHasItsCallId()
        .hasTree(
            """
            http get /ask
              service
                invoke_agent clerk
                  advisor
                    chat client
                      execute_tool find
                        database
            """);
    assertToolIsInSession();
  }

  /** As an HTTP client's is, which sends the parent along. */
  @Test
  void observationThatPropagates() {
    Map<String, String> headers = new HashMap<>();
    registry.observationConfig().observationHandler(sender());
    SenderContext<Map<String, String>> context = new SenderContext<>(Map::put);
    context.setCarrier(headers);
    context.setContextualName("http post");

    inRequest(
        () ->
            clerk.answer(
                "s-1",
                self ->
                    Observation.createNotStarted("http post", () -> context, registry)
                        .observe(() -> self.requestAndFind("c"))));

    assertThat(spanloom.trace()).everyToolHasItsCallId();
    assertToolIsInSession();
    assertThat(headers).containsKey("traceparent");
  }

  @Test
  void observationThatIsNotTraced() {
    ObservationRegistry untraced = ObservationRegistry.create();
    untraced.observationConfig().observationPredicate((name, context) -> !name.equals("off"));
    untraced.observationConfig().observationHandler(new DefaultTracingObservationHandler(tracer));
    Clerk other = new Clerk(untraced);

    other.observe(
        "off",
        () -> other.answer("s-1", self -> self.observe("off", () -> self.requestAndFind("c"))));

    assertThat(spanloom.trace())
        .everyToolHasItsCallId()
        .hasTree(
            """
            invoke_agent clerk
              execute_tool find
                database
            """);
  }

  @Test
  void observationThatFails() {
    IllegalStateException failure = new IllegalStateException("As scripted");

    assertThatThrownBy(
            () ->
                inRequest(
                    () ->
                        clerk.answer(
                            "s-1",
                            self ->
                                self.observe(
                                    "chat client",
                                    () -> {
                                      throw failure;
                                    }))))
        .isSameAs(failure);

    assertThat(spanloom.trace())
        .hasTree(
            """
            http get /ask ERROR
              invoke_agent clerk ERROR
                chat client ERROR
            """);
  }

  @Test
  void currentSpanIsTheInnermost() {
    inRequest(
        () ->
            clerk.answer(
                "s-1",
                self -> {
                  tracer.currentSpan().tag("said", "in the agent");
                  return self.observe(
                      "chat client",
                      () -> {
                        tracer.currentSpan().tag("said", "in the observation");
                        return "";
                      });
                }));

    assertThat(spanloom.trace()).hasSpan("invoke_agent clerk").hasAttribute("said", "in the agent");
    assertThat(spanloom.trace()).hasSpan("chat client").hasAttribute("said", "in the observation");
  }

  @Test
  void spansFromCodeBetweenObservations() {
    inRequest(() -> Spans.task("plan").call(() -> clerk.answer("s-1")));

    assertThat(spanloom.trace())
        .hasTree(
            """
            http get /ask
              plan
                invoke_agent clerk
                  chat client
                    execute_tool find
                      database
            """);
  }

  private PropagatingSenderTracingObservationHandler<?> sender() {
    return new PropagatingSenderTracingObservationHandler<>(
        tracer,
        new OtelPropagator(
            ContextPropagators.create(W3CTraceContextPropagator.getInstance()),
            spanloom.openTelemetry().getTracer("micrometer")));
  }

  private void inRequest(Supplier<String> code) {
    clerk.observe("http get /ask", code);
  }

  private static void assertToolIsInSession() {
    ObservedProgram.assertToolIsInSession(spanloom.recorded());
  }
}
