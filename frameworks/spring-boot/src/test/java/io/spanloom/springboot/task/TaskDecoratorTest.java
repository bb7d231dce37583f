package io.spanloom.springboot.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.Spans;
import io.spanloom.springboot.Clerk;
import io.spanloom.springboot.Contexts;
import io.spanloom.springboot.Memory;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskDecorator;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;

/** The context goes along with {@code @Async} methods. */
class TaskDecoratorTest {

  private static final String TREE =
      """
      invoke_agent office
        execute_tool case_search
      """;

  private final ApplicationContextRunner runner =
      Contexts.withStarter().withUserConfiguration(Office.class);

  @Test
  void asyncMethodsRunInTheContextOfTheirCaller() {
    runner.run(
        context -> {
          ask(context.getBean(Archive.class));

          assertThat(context.getBean(Memory.class).tree()).isEqualTo(TREE);
        });
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void onVirtualThreadsToo() {
    runner
        .withPropertyValues("spring.threads.virtual.enabled=true")
        .run(
            context -> {
              ask(context.getBean(Archive.class));

              assertThat(context.getBean(Memory.class).tree()).isEqualTo(TREE);
            });
  }

  @Test
  void theApplicationsOwnDecoratorStillDecorates() {
    runner
        .withBean(CountingDecorator.class)
        .run(
            context -> {
              ask(context.getBean(Archive.class));

              assertThat(context).hasSingleBean(TaskDecorator.class);
              assertThat(context.getBean(CountingDecorator.class).count()).isEqualTo(1);
              assertThat(context.getBean(Memory.class).tree()).isEqualTo(TREE);
            });
  }

  private static void ask(Archive archive) {
    Spans.agent("office").call(() -> archive.search("care").join());
  }

  static class CountingDecorator implements TaskDecorator {

    private final AtomicInteger count = new AtomicInteger();

    @Override
    public Runnable decorate(Runnable task) {
      count.incrementAndGet();
      return task;
    }

    int count() {
      return count.get();
    }
  }

  static class Archive {

    @Async
    CompletableFuture<String> search(String query) {
      return CompletableFuture.completedFuture(new Clerk().search(query));
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAsync
  static class Office {

    @Bean
    Archive archive() {
      return new Archive();
    }
  }
}
