package io.spanloom.weaver.weave;

import static io.spanloom.weaver.weave.Samples.GREET;
import static io.spanloom.weaver.weave.Samples.GREETER;
import static io.spanloom.weaver.weave.Samples.GREETER_ASPECT;
import static io.spanloom.weaver.weave.Samples.RECORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code mvn -T} does: modules woven at the same time, some of them in vain. */
class ParallelWeaveTest {

  private static final int MODULES = 12;

  @TempDir Path directory;

  @Test
  void modulesDoNotDisturbEachOther() throws Exception {
    List<Module> sound = new ArrayList<>();
    List<Module> broken = new ArrayList<>();
    for (int i = 0; i < MODULES; i++) {
      sound.add(branching(directory.resolve("sound" + i)));
      broken.add(withMissingType(directory.resolve("broken" + i)));
    }

    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<WeaveOutcome>> failing =
          broken.stream().map(module -> threads.submit(() -> module.weave())).toList();
      List<Future<WeaveOutcome>> weaving =
          sound.stream().map(module -> threads.submit(() -> module.weave())).toList();
      for (Future<WeaveOutcome> outcome : failing) {
        assertThatThrownBy(outcome::get).hasCauseInstanceOf(WeaveException.class);
      }
      for (Future<WeaveOutcome> outcome : weaving) {
        assertThat(outcome.get().changed()).isTrue();
      }
    } finally {
      threads.shutdown();
    }
    for (Module module : sound) {
      assertThat(module.run("demo.Greeter")).isEqualTo(List.of("before Ada", "returned hello Ada"));
    }
  }

  /** Its stack map needs a type to be looked up, so that leaving stack maps out would show. */
  private static Module branching(Path directory) throws Exception {
    String greeter =
        GREETER.replace(
            "return \"hello \" + name;",
            """
            Base base = name.isEmpty() ? new One() : new Two();
                return base == null ? "" : "hello " + name;\
            """);
    return Module.in(directory)
        .compile(
            RECORDER,
            "package demo;\n\npublic class Base {}\n",
            "package demo;\n\npublic class One extends Base {}\n",
            "package demo;\n\npublic class Two extends Base {}\n",
            greeter,
            GREETER_ASPECT)
        .model(ModelFile.naming("demo.Greeter", "greet", GREET));
  }

  private static Module withMissingType(Path directory) throws Exception {
    Module module = branching(directory);
    Files.delete(module.classFile("demo.One"));
    return module;
  }
}
