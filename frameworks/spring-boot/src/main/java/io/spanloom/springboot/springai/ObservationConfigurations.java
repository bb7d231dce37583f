package io.spanloom.springboot.springai;

import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.handler.TracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.spanloom.springai.ModelObservationHandler;
import java.util.List;
import org.springframework.ai.model.observation.ModelObservationContext;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who makes spans of Spring AI's observations, in the order in which they are considered. */
final class ObservationConfigurations {

  private static final String MODELS = "spanloomModelObservations";

  private ObservationConfigurations() {}

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass({TracingObservationHandler.class, OtelTracer.class})
  @ConditionalOnBean(OtelTracer.class)
  @ConditionalOnMissingBean(ModelObservationHandler.class)
  static class Takeover {

    @Bean(MODELS)
    ModelSpansInPlace models(ModelSpans spans, OtelTracer tracer) {
      return new ModelSpansInPlace(spans.handler(), tracer);
    }

    @Bean
    ToolSpansLeftOut spanloomToolObservations(OtelTracer tracer) {
      return new ToolSpansLeftOut(tracer);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnMissingBean(name = MODELS, value = ModelObservationHandler.class)
  static class Plain {

    /** Its type does not show what it is: {@link ModelSpans} looks for the application's own. */
    @Bean(MODELS)
    ObservationHandler<ModelObservationContext<?, ?>> models(ModelSpans spans) {
      return spans.handler();
    }
  }

  /** Without Actuator nobody makes a registry, and Spring AI's models report to none. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnMissingBean(ObservationRegistry.class)
  static class OwnRegistry {

    @Bean
    ObservationRegistry spanloomObservationRegistry(List<ObservationHandler<?>> handlers) {
      ObservationRegistry registry = ObservationRegistry.create();
      handlers.forEach(registry.observationConfig()::observationHandler);
      return registry;
    }
  }
}
