package io.spanloom.springboot.springai;

import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.handler.TracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.spanloom.springai.ModelObservationHandler;
import java.util.List;
import org.springframework.ai.chat.observation.ChatModelObservationContext;
import org.springframework.ai.model.observation.ModelObservationContext;
import org.springframework.ai.tool.observation.ToolCallingObservationContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

/** Who makes spans of Spring AI's observations, in the order in which they are considered. */
final class ObservationConfigurations {

  private static final String MODELS = "spanloomModelObservations";
  private static final String TOOLS = "spanloomToolObservations";

  private ObservationConfigurations() {}

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass({TracingObservationHandler.class, OtelTracer.class})
  @ConditionalOnBean(OtelTracer.class)
  static class Takeover {

    @Bean(MODELS)
    @ConditionalOnMissingBean(ModelObservationHandler.class)
    TracingTakeover<ModelObservationContext<?, ?>> models(ModelSpans spans, OtelTracer tracer) {
      return new TracingTakeover<>(spans, tracer);
    }

    @Bean(TOOLS)
    TracingTakeover<ToolCallingObservationContext> tools(ToolSpans spans, OtelTracer tracer) {
      return new TracingTakeover<>(spans, tracer);
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Plain {

    @Bean(MODELS)
    @ConditionalOnMissingBean(name = MODELS, value = ModelObservationHandler.class)
    ObservationHandler<ModelObservationContext<?, ?>> models(ModelSpans spans) {
      return new PlainSpans<>(spans);
    }

    @Bean(TOOLS)
    @ConditionalOnMissingBean(name = TOOLS)
    ObservationHandler<ToolCallingObservationContext> tools(ToolSpans spans) {
      return new PlainSpans<>(spans);
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
