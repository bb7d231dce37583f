package io.spanloom.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.spanloom.sdk.SpanloomSdk;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.opentelemetry.OpenTelemetryAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.tracing.MicrometerTracingAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.tracing.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whose OpenTelemetry traces, and for how long. */
class SpanloomAutoConfigurationTest {

  private static final String TREE =
      """
      invoke_agent clerk
        execute_tool case_search
      """;

  @Test
  void startsAnSdkThatIsClosedWithTheContext() {
    AtomicReference<Memory> memory = new AtomicReference<>();
    Contexts.withStarter()
        .run(
            context -> {
              memory.set(context.getBean(Memory.class));
              new Clerk().answer("care");

              assertThat(context).hasSingleBean(SpanloomSdk.class);
              assertThat(context.getBean(OpenTelemetry.class))
                  .isSameAs(context.getBean(SpanloomSdk.class).openTelemetry());
              assertThat(memory.get().tree()).isEqualTo(TREE);
              assertThat(memory.get().spans().get(0).getResource().getAttributes().asMap())
                  .containsEntry(AttributeKey.stringKey("service.name"), "office");
              assertThat(memory.get().isClosed()).isFalse();
            });
    assertThat(memory.get().isClosed()).isTrue();
  }

  @Test
  void usesTheApplicationsOpenTelemetry() {
    Contexts.withStarter()
        .withUserConfiguration(OwnOpenTelemetry.class)
        .run(
            context -> {
              new Clerk().answer("care");

              assertThat(context).doesNotHaveBean(SpanloomSdk.class);
              assertThat(context.getBean(Memory.class).tree()).isEqualTo(TREE);
            });
  }

  @Test
  void usesSpringBootsOpenTelemetry() {
    Contexts.withStarter()
        .withConfiguration(
            AutoConfigurations.of(
                OpenTelemetryAutoConfiguration.class,
                OpenTelemetryTracingAutoConfiguration.class,
                MicrometerTracingAutoConfiguration.class,
                ObservationAutoConfiguration.class))
        .withPropertyValues("management.tracing.sampling.probability=1.0")
        .run(
            context -> {
              new Clerk().answer("care");

              assertThat(context).hasNotFailed().doesNotHaveBean(SpanloomSdk.class);
              assertThat(context.getBean(Memory.class).tree()).isEqualTo(TREE);
              assertThat(context.getBean(SpanCounter.class).ended()).isEqualTo(2);
            });
  }

  @Test
  void writesTheTraceFileWithSpringBootsOpenTelemetryToo(@TempDir Path folder) {
    Path file = folder.resolve("trace.jsonl");
    Contexts.withStarter()
        .withConfiguration(
            AutoConfigurations.of(
                OpenTelemetryAutoConfiguration.class,
                OpenTelemetryTracingAutoConfiguration.class,
                MicrometerTracingAutoConfiguration.class,
                ObservationAutoConfiguration.class))
        .withPropertyValues(
            "management.tracing.sampling.probability=1.0", "spanloom.trace.file=" + file)
        .run(
            context -> {
              new Clerk().answer("care");

              assertThat(context).hasNotFailed();
              assertThat(file).content().contains("invoke_agent clerk").hasLineCount(2);
            });
  }

  /** With Actuator and an SDK on the class path, but no Micrometer Tracing. */
  @Test
  void springBootsOpenTelemetryDoesNotCountIfItRecordsNoSpans() {
    Contexts.withStarter()
        .withClassLoader(new FilteredClassLoader("io.micrometer.tracing"))
        .withConfiguration(AutoConfigurations.of(OpenTelemetryAutoConfiguration.class))
        .run(
            context -> {
              new Clerk().answer("care");

              assertThat(context).hasSingleBean(OpenTelemetry.class);
              assertThat(context).hasSingleBean(SpanloomSdk.class);
              assertThat(context.getBean(Memory.class).tree()).isEqualTo(TREE);
            });
  }

  @Test
  void leavesAnSdkOfTheApplicationToItself() {
    Contexts.withStarter()
        .withUserConfiguration(OwnSpanloomSdk.class)
        .run(
            context -> {
              new Clerk().answer("care");

              assertThat(context).hasSingleBean(SpanloomSdk.class).hasBean("ownSpanloomSdk");
              assertThat(context.getBean(Memory.class).tree()).isEqualTo(TREE);
            });
  }

  @Test
  void doesNothingIfItIsOff() {
    Contexts.withStarter()
        .withUserConfiguration(OwnOpenTelemetry.class)
        .withPropertyValues("spanloom.enabled=false")
        .run(
            context -> {
              new Clerk().answer("care");

              assertThat(context).hasNotFailed().doesNotHaveBean(SpanCounter.class);
              assertThat(context.getBean(Memory.class).spans()).isEmpty();
            });
  }

  @Test
  void theContextBeforeTakesOverWhenTheLastOneIsClosed() {
    Contexts.withStarter()
        .run(
            first -> {
              Contexts.withStarter().run(second -> new Clerk().search("second"));
              new Clerk().answer("care");

              assertThat(first.getBean(Memory.class).tree()).isEqualTo(TREE);
            });
  }

  @Test
  void aChildUsesItsParentsSdk() {
    Contexts.withStarter()
        .run(
            parent ->
                Contexts.withoutMemory()
                    .withParent(parent)
                    .run(
                        child -> {
                          new Clerk().answer("care");

                          assertThat(child).hasNotFailed();
                          assertThat(child.getBeanFactory().containsLocalBean("spanloomSdk"))
                              .isFalse();
                          assertThat(parent.getBean(Memory.class).tree()).isEqualTo(TREE);
                        }));
  }

  @Test
  void startsWithNothingElseOnTheClassPath() {
    Contexts.withStarter()
        .withClassLoader(
            new FilteredClassLoader(
                "org.springframework.boot.actuate",
                "org.springframework.boot.health",
                "io.micrometer",
                "dev.langchain4j",
                "org.springframework.ai"))
        .run(
            context -> {
              new Clerk().answer("care");

              assertThat(context).hasNotFailed();
              assertThat(context.getBean(Memory.class).tree()).isEqualTo(TREE);
            });
  }

  @Configuration(proxyBeanMethods = false)
  static class OwnOpenTelemetry {

    @Bean
    OpenTelemetry openTelemetry(Memory memory) {
      return OpenTelemetrySdk.builder()
          .setTracerProvider(SdkTracerProvider.builder().addSpanProcessor(memory).build())
          .build();
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class OwnSpanloomSdk {

    @Bean(destroyMethod = "close")
    SpanloomSdk ownSpanloomSdk(Memory memory) {
      return SpanloomSdk.builder()
          .setting("otel.traces.exporter", "none")
          .setting("otel.metrics.exporter", "none")
          .setting("otel.logs.exporter", "none")
          .spanProcessor(memory)
          .global(false)
          .start();
    }
  }
}
