package io.spanloom.springboot.task;

import io.opentelemetry.context.Context;
import org.springframework.core.task.TaskDecorator;

/** Runs a task in the context in which it was handed over. */
final class ContextTaskDecorator implements TaskDecorator {

  @Override
  public Runnable decorate(Runnable task) {
    return task instanceof TaskInContext ? task : new TaskInContext(Context.current().wrap(task));
  }

  private record TaskInContext(Runnable task) implements Runnable {

    @Override
    public void run() {
      task.run();
    }
  }
}
