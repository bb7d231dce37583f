package io.spanloom.springboot.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.spanloom.Spans;
import io.spanloom.springboot.Contexts;
import io.spanloom.springboot.Memory;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.opentelemetry.OpenTelemetryAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.tracing.MicrometerTracingAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.tracing.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Observations are children of Spanloom's spans, and the other way round. */
class CurrentSpanParentTest {

  private final ApplicationContextRunner runner =
      Contexts.withStarter()
          .withConfiguration(
              AutoConfigurations.of(
                  OpenTelemetryAutoConfiguration.class,
                  OpenTelemetryTracingAutoConfiguration.class,
                  MicrometerTracingAutoConfiguration.class,
                  ObservationAutoConfiguration.class))
          .withPropertyValues("management.tracing.sampling.probability=1.0");

  @Test
  void observationsBelowAnAgentInARequestAreItsChildren() {
    runner.run(
        context -> {
          ObservationRegistry registry = context.getBean(ObservationRegistry.class);
          Observation.createNotStarted("request", registry)
              .observe(
                  () ->
                      Spans.agent("office")
                          .run(
                              () ->
                                  Observation.createNotStarted("client", registry)
                                      .observe(
                                          () -> {
                                            Spans.tool("find").run(() -> {});
                                            Observation.createNotStarted("inner", registry)
                                                .observe(() -> {});
                                          })));

          assertThat(context.getBean(Memory.class).tree())
              .isEqualTo(
                  """
                  request
                    invoke_agent office
                      client
                        execute_tool find
                        inner
                  """);
        });
  }

  /** Their parent is not current here, so nothing is known of what is. */
  @Test
  void observationsOfOtherThreadsKeepTheirParents() {
    runner.run(
        context -> {
          ObservationRegistry registry = context.getBean(ObservationRegistry.class);
          Observation request = Observation.createNotStarted("request", registry).start();
          Observation.createNotStarted("client", registry)
              .parentObservation(request)
              .observe(() -> {});
          request.stop();

          assertThat(context.getBean(Memory.class).tree()).isEqualTo("request\n  client\n");
        });
  }
}
