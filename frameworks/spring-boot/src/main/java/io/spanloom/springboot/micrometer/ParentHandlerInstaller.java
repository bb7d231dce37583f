package io.spanloom.springboot.micrometer;

import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;

/** Adds the handler before Spring Boot adds those that make spans. */
final class ParentHandlerInstaller implements BeanPostProcessor, PriorityOrdered {

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (bean instanceof ObservationRegistry registry && registry != ObservationRegistry.NOOP) {
      registry.observationConfig().observationHandler(new CurrentSpanParent(registry));
    }
    return bean;
  }
}
