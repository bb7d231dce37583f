package io.spanloom.springboot;

import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.ClassUtils;

/** Contexts of applications that have the starter on their class path. */
public final class Contexts {

  /** An application that exports nothing, and remembers its spans in a {@link Memory} bean. */
  public static ApplicationContextRunner withStarter() {
    return withoutMemory().withBean(Memory.class);
  }

  /** The same without the {@link Memory}. */
  static ApplicationContextRunner withoutMemory() {
    return new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(starter()))
        .withConfiguration(AutoConfigurations.of(TaskExecutionAutoConfiguration.class))
        .withPropertyValues(
            "spring.application.name=office",
            "otel.traces.exporter=none",
            "otel.metrics.exporter=none",
            "otel.logs.exporter=none");
  }

  /** The classes that the jar names to Spring Boot. */
  private static Class<?>[] starter() {
    ClassLoader loader = Contexts.class.getClassLoader();
    List<String> names =
        ImportCandidates.load(AutoConfiguration.class, loader).getCandidates().stream()
            .filter(name -> name.startsWith("io.spanloom."))
            .toList();
    return names.stream()
        .map(name -> ClassUtils.resolveClassName(name, loader))
        .toArray(Class<?>[]::new);
  }

  private Contexts() {}
}
