package io.spanloom.weaver.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A large module, its classes calling each other at random, every hundredth of them with a span.
 *
 * <p>{@code -Dblueprint.classes=10000} makes it as large as wanted; the time taken is printed.
 */
class LargeModuleTest {

  private static final int CLASSES = Integer.getInteger("blueprint.classes", 1000);
  private static final int TRACED = 100;

  @TempDir Path directory;

  @Test
  void isDrawn() throws Exception {
    new RandomModule(directory, CLASSES, TRACED, 5, 7).write();
    long start = System.nanoTime();

    Blueprint blueprint = Blueprint.of(new BlueprintRequest("large", directory, Map.of()));

    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    System.out.printf(
        "Blueprint of %d classes: %d spans, %d edges, %d ms%n",
        CLASSES, blueprint.nodes().size(), blueprint.edges().size(), millis);
    assertThat(blueprint.nodes()).hasSize(CLASSES / TRACED);
    assertThat(blueprint.edges()).isNotEmpty();
    assertThat(blueprint.gaps()).isEmpty();
  }
}
