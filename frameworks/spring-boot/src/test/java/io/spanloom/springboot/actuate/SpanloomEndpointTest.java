package io.spanloom.springboot.actuate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spanloom.springboot.Clerk;
import io.spanloom.springboot.Contexts;
import io.spanloom.springboot.actuate.SpanloomEndpoint.Description;
import io.spanloom.springboot.actuate.TracingReport.Method;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What Actuator shows. */
class SpanloomEndpointTest {

  private final ApplicationContextRunner runner =
      Contexts.withStarter()
          .withPropertyValues("management.endpoints.web.exposure.include=spanloom")
          .withPropertyValues("management.endpoints.jmx.exposure.include=spanloom")
          .withPropertyValues("spring.jmx.enabled=true");

  @Test
  void showsMethodsSettingsAndCounters() {
    runner
        .withPropertyValues("spanloom.content=SPAN_ONLY")
        .run(
            context -> {
              new Clerk().answer("care");
              assertThatThrownBy(() -> new Clerk().fail())
                  .isInstanceOf(IllegalStateException.class);

              Description shown = context.getBean(SpanloomEndpoint.class).describe();
              assertThat(shown.tracing()).isTrue();
              assertThat(shown.settings()).containsEntry("spanloom.content", "SPAN_ONLY");
              assertThat(shown.counters())
                  .isEqualTo(Map.of("started", 3L, "ended", 3L, "errors", 1L, "failures", 0L));
              assertThat(shown.modules())
                  .flatExtracting(TracingReport.Module::methods)
                  .contains(
                      new Method(
                          Clerk.class.getName(), "answer", "@Agent", "invoke_agent clerk", true));
            });
  }

  @Test
  void isAbsentUnlessItIsExposed() {
    Contexts.withStarter()
        .run(context -> assertThat(context).doesNotHaveBean(SpanloomEndpoint.class));
  }

  @Test
  void hasALineInTheHealthOfSpringBoot3() {
    runner
        .withClassLoader(new FilteredClassLoader("org.springframework.boot.health"))
        .run(
            context -> {
              Health health = context.getBean(HealthOfBoot3.class).health();

              assertThat(health.getStatus()).isEqualTo(Status.UP);
              assertThat(health.getDetails())
                  .containsEntry("tracing", true)
                  .containsEntry("unwovenMethods", 0L);
            });
  }

  @Test
  void theLineCanBeSwitchedOff() {
    runner
        .withPropertyValues("management.health.spanloom.enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean("spanloomHealthIndicator"));
  }

  @Test
  void saysSoIfTracingIsOff() {
    runner
        .withClassLoader(new FilteredClassLoader("org.springframework.boot.health"))
        .withPropertyValues("spanloom.enabled=false")
        .run(
            context -> {
              assertThat(context.getBean(SpanloomEndpoint.class).describe().tracing()).isFalse();
              assertThat(context.getBean(HealthOfBoot3.class).health().getStatus())
                  .isEqualTo(Status.UNKNOWN);
            });
  }
}
