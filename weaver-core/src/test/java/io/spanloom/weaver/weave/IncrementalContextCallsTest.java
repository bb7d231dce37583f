package io.spanloom.weaver.weave;

import static io.spanloom.weaver.weave.Samples.GREET;
import static io.spanloom.weaver.weave.Samples.GREETER;
import static io.spanloom.weaver.weave.Samples.GREETER_ASPECT;
import static io.spanloom.weaver.weave.Samples.RECORDER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;

/** A module without annotations that hands tasks on; then something changes. */
class IncrementalContextCallsTest {

  private static final String HANDING =
      """
      package demo;

      public class Handing {
        static void hand(java.util.concurrent.Executor executor, Runnable task) {
          executor.execute(task);
        }
      }
      """;
  private static final String REFERRING =
      """
      package demo;

      public class Referring {
        static void all(java.util.concurrent.Executor executor, java.util.List<Runnable> tasks) {
          tasks.forEach(executor::execute);
        }
      }
      """;
  private static final String WORKER =
      """
      package demo;

      public class Worker extends Thread {
        @Override public void run() {}
      }
      """;
  private static final WeaveOutcome WOVEN = new WeaveOutcome(0, 0, 2, true, List.of());
  private static final WeaveOutcome UNCHANGED = new WeaveOutcome(0, 0, 2, false, List.of());

  @TempDir Path directory;
  private Module module;

  @BeforeEach
  void weaveForTheFirstTime() throws Exception {
    module = Module.in(directory).compile(HANDING, REFERRING, WORKER);
    assertThat(module.weave()).isEqualTo(WOVEN);
    assertThat(module.weave()).isEqualTo(UNCHANGED);
  }

  @Test
  void everyCallSiteIsWovenOnce() throws Exception {
    assertThat(carried("demo.Handing")).isEqualTo(1);
    assertThat(carried("demo.Referring")).isEqualTo(1);
    assertThat(carried("demo.Worker")).isEqualTo(2);
  }

  @Test
  void recompiledClassesAreWovenOnce() throws Exception {
    module.compile(HANDING, WORKER);
    assertThat(carried("demo.Handing")).isZero();

    assertThat(module.weave()).isEqualTo(WOVEN);

    everyCallSiteIsWovenOnce();
  }

  /** It counts among the classes that are not woven, with the time at which it became one. */
  @Test
  void classThatIsNotWovenAnyMoreIsSettled() throws Exception {
    Module module = Module.in(directory.resolve("annotated"));
    module
        .compile(RECORDER, GREETER, GREETER_ASPECT, HANDING)
        .model(ModelFile.naming("demo.Greeter", "greet", GREET));
    module.weave();
    module.model(new ModelFile());

    assertThat(module.weave().changed()).isTrue();

    assertThat(module.weave().changed()).isFalse();
  }

  @Test
  void newClassesAreNoticed() throws Exception {
    module.compile(HANDING.replace("Handing", "Another"));

    assertThat(module.weave()).isEqualTo(new WeaveOutcome(0, 0, 3, true, List.of()));

    assertThat(carried("demo.Another")).isEqualTo(1);
    everyCallSiteIsWovenOnce();
  }

  @Test
  void classThatHandsNothingOnAnyMoreIsLeftAsItIs() throws Exception {
    module.compile(HANDING.replace("executor.execute(task)", "task.run()"));
    byte[] compiled = module.bytes("demo.Handing");

    assertThat(module.weave()).isEqualTo(new WeaveOutcome(0, 0, 1, true, List.of()));

    assertThat(module.bytes("demo.Handing")).isEqualTo(compiled);
    assertThat(module.state().resolve("unwoven/demo/Handing.class")).doesNotExist();
    assertThat(module.state().resolve("unwoven/demo/Referring.class")).exists();
  }

  @Test
  void switchedOffItIsTakenOutAndSwitchedOnPutBack() throws Exception {
    byte[] woven = module.bytes("demo.Handing");

    assertThat(module.weaveWithoutPropagation()).isNull();

    for (String name : List.of("demo.Handing", "demo.Referring", "demo.Worker")) {
      assertThat(carried(name)).isZero();
    }
    assertThat(module.weave()).isEqualTo(WOVEN);
    assertThat(module.bytes("demo.Handing")).isEqualTo(woven);
    everyCallSiteIsWovenOnce();
  }

  @Test
  void anotherPluginVersionWeavesAnewFromUnwovenCopies() throws Exception {
    assertThat(module.weave("newer")).isEqualTo(WOVEN);

    everyCallSiteIsWovenOnce();
  }

  @Test
  void nothingIsWovenTwiceWhenTheBuildRecordIsLost() throws Exception {
    Files.delete(module.state().resolve("build-record.txt"));
    module.compile(HANDING);

    module.weave();

    everyCallSiteIsWovenOnce();
  }

  @Test
  void buildThatDiedWhileWritingIsFinishedByTheNext() throws Exception {
    Path recordFile = module.state().resolve("build-record.txt");
    Files.writeString(
        recordFile, Files.readString(recordFile).replace(" complete ", " unfinished "));
    module.compile(REFERRING);

    assertThat(module.weave()).isEqualTo(WOVEN);

    everyCallSiteIsWovenOnce();
  }

  @Test
  void deletedClassesAreForgotten() throws Exception {
    Files.delete(module.classFile("demo.Handing"));

    assertThat(module.weave()).isEqualTo(new WeaveOutcome(0, 0, 1, true, List.of()));

    assertThat(module.classFile("demo.Handing")).doesNotExist();
    assertThat(module.state().resolve("unwoven/demo/Handing.class")).doesNotExist();
  }

  @Test
  void sameInputsGiveTheSameBytes(@TempDir Path elsewhere) throws Exception {
    Module other = Module.in(elsewhere).compile(HANDING, REFERRING, WORKER);
    other.weave();

    for (String name : List.of("demo.Handing", "demo.Referring", "demo.Worker")) {
      assertThat(other.bytes(name)).isEqualTo(module.bytes(name));
    }
  }

  /** How often a class calls what carries context, or enters it. */
  private long carried(String className) throws IOException {
    return ParsedClass.of(FileContent.of(module.bytes(className))).methods().stream()
        .flatMap(ParsedClass::instructions)
        .filter(MethodInsnNode.class::isInstance)
        .map(MethodInsnNode.class::cast)
        .filter(call -> call.owner.startsWith("io/spanloom/internal/propagation/"))
        .filter(call -> !call.name.equals("aspectOf") && !call.name.equals("failed"))
        .filter(call -> call.getOpcode() != Opcodes.INVOKEINTERFACE)
        .count();
  }
}
