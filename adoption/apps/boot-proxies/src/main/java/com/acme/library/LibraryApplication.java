package com.acme.library;

import io.opentelemetry.context.Context;
import io.spanloom.sdk.SpanloomSdk;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.context.annotation.Bean;
import org.springframework.core.task.TaskDecorator;
import org.springframework.scheduling.annotation.EnableAsync;

@SpringBootApplication
@EnableCaching
@EnableAsync
public class LibraryApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(LibraryApplication.class, arguments).close();
  }

  @Bean(destroyMethod = "close")
  SpanloomSdk spanloom() {
    return SpanloomSdk.builder().serviceName("library").start();
  }

  /** Spring's own classes are not woven: this is what carries the context to {@code @Async}. */
  @Bean
  TaskDecorator traceContext() {
    return task -> Context.current().wrap(task);
  }

  @Bean
  ApplicationRunner question(Librarian librarian, SpanloomSdk startedBefore) {
    return arguments -> System.out.println(librarian.answer("reader-7", "Walden"));
  }
}
