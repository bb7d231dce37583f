package io.spanloom.springboot.task;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.task.TaskDecorator;

/** Carries the trace to {@code @Async} methods and other tasks of Spring Boot's executors. */
@AutoConfiguration(after = TaskExecutionAutoConfiguration.class)
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@ConditionalOnProperty(name = "spanloom.enabled", havingValue = "true", matchIfMissing = true)
class SpanloomTaskAutoConfiguration {

  @Bean
  static TaskDecoratorWrapper spanloomTaskDecoratorWrapper() {
    return new TaskDecoratorWrapper();
  }

  @Bean
  @ConditionalOnMissingBean
  TaskDecorator spanloomTaskDecorator() {
    return new ContextTaskDecorator();
  }
}
