package io.spanloom.springboot.springai;

import io.micrometer.observation.ObservationRegistry;
import io.spanloom.springai.ModelObservationHandler;
import org.springframework.ai.chat.observation.ChatModelObservationContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

/**
 * Traces what Spring AI's models are asked, and the tools that they ask for. Where Micrometer makes
 * spans of observations, these are made in the place of Spring AI's own. An application with a
 * {@link ModelObservationHandler} bean of its own keeps both.
 */
@AutoConfiguration(
    afterName = {
      "org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration",
      "org.springframework.boot.actuate.autoconfigure.tracing.OpenTelemetryTracingAutoConfiguration",
      "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration",
      "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration"
    })
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@ConditionalOnClass({ChatModelObservationContext.class, ObservationRegistry.class})
@ConditionalOnProperty(name = "spanloom.enabled", havingValue = "true", matchIfMissing = true)
@Import({
  ObservationConfigurations.Takeover.class,
  ObservationConfigurations.Plain.class,
  ObservationConfigurations.OwnRegistry.class
})
class SpanloomSpringAiAutoConfiguration {

  @Bean
  static ModelSpans spanloomModelSpans(ObjectProvider<ModelObservationHandler> ofApplication) {
    return new ModelSpans(ofApplication.getIfAvailable(ModelObservationHandler::new));
  }

  @Bean
  static ToolManagerWrapper spanloomToolManagerWrapper(ObjectProvider<ModelSpans> spans) {
    return new ToolManagerWrapper(spans);
  }
}
