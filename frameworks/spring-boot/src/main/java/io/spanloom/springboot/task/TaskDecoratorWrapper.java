package io.spanloom.springboot.task;

import io.spanloom.springboot.bean.BeanWrapper;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.task.TaskDecorator;

/**
 * Has the application's own decorators carry the context too: Spring Boot 3 uses none if there are
 * two.
 *
 * <p>The context is the inner one. What a decorator restores of an observation, such as the span of
 * the request, stands above the current span.
 */
final class TaskDecoratorWrapper implements BeanPostProcessor {

  private final TaskDecorator context = new ContextTaskDecorator();

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (!(bean instanceof TaskDecorator decorator) || bean instanceof ContextTaskDecorator) {
      return bean;
    }
    TaskDecorator both = task -> decorator.decorate(context.decorate(task));
    return BeanWrapper.wrap(
        bean,
        name,
        TaskDecorator.class,
        both,
        "Decorate tasks with Context.current().wrap(task) in it.");
  }
}
