package io.spanloom.weaver.weave;

import static io.spanloom.weaver.weave.Samples.GREET;
import static io.spanloom.weaver.weave.Samples.GREETER;
import static io.spanloom.weaver.weave.Samples.GREETER_ASPECT;
import static io.spanloom.weaver.weave.Samples.RECORDER;
import static io.spanloom.weaver.weave.Samples.aspect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two classes, woven; then something changes. */
class IncrementalWeaveTest {

  private static final String FAREWELL =
      """
      package demo;

      public class Farewell {
        String say(String name) {
          return "bye " + name;
        }

        static Object run() {
          new Farewell().say("Ada");
          return Recorder.EVENTS;
        }
      }
      """;
  private static final String FAREWELL_ASPECT =
      aspect("Farewell", "java.lang.String demo.Farewell.say(java.lang.String)");
  private static final List<String> GREETED_ONCE = List.of("before Ada", "returned hello Ada");
  private static final List<String> FAREWELL_ONCE = List.of("before Ada", "returned bye Ada");
  private static final WeaveOutcome WOVEN = new WeaveOutcome(2, 2, 0, true, List.of());
  private static final WeaveOutcome UNCHANGED = new WeaveOutcome(2, 2, 0, false, List.of());

  @TempDir Path directory;
  private Module module;

  @BeforeEach
  void weaveForTheFirstTime() throws Exception {
    module =
        Module.in(directory)
            .compile(RECORDER, GREETER, GREETER_ASPECT, FAREWELL, FAREWELL_ASPECT)
            .model(
                ModelFile.naming("demo.Farewell", "say", GREET)
                    .and("demo.Greeter", "greet", GREET));
    assertThat(module.weave()).isEqualTo(WOVEN);
  }

  @Test
  void nothingIsTouchedWhenNothingChanged() throws Exception {
    FileTime longAgo = FileTime.fromMillis(1_000_000_000_000L);
    for (Path file : classFiles()) {
      Files.setLastModifiedTime(file, longAgo);
    }

    // New times may mean new contents: the weaver looks again, and finds what it wrote.
    assertThat(module.weave()).isEqualTo(WOVEN);
    assertThat(module.weave()).isEqualTo(UNCHANGED);

    for (Path file : classFiles()) {
      assertThat(Files.getLastModifiedTime(file)).as(file.toString()).isEqualTo(longAgo);
    }
  }

  @Test
  void recompiledClassIsWovenAgainAndTheOthersStay() throws Exception {
    byte[] greeter = module.bytes("demo.Greeter");
    module.compile(FAREWELL.replace("bye", "so long"));

    assertThat(module.weave()).isEqualTo(WOVEN);

    assertThat(module.run("demo.Farewell"))
        .isEqualTo(List.of("before Ada", "returned so long Ada"));
    assertThat(module.bytes("demo.Greeter")).isEqualTo(greeter);
    assertThat(module.weave()).isEqualTo(UNCHANGED);
  }

  @Test
  void classRecompiledFromTheSameSourceIsWovenAgain() throws Exception {
    module.compile(FAREWELL);

    assertThat(module.weave()).isEqualTo(WOVEN);

    assertThat(module.run("demo.Farewell")).isEqualTo(FAREWELL_ONCE);
  }

  @Test
  void changedAspectReplacesTheOldAdvice() throws Exception {
    module.compile(GREETER_ASPECT.replace("\"before ", "\"now before "));

    assertThat(module.weave()).isEqualTo(WOVEN);

    assertThat(module.run("demo.Greeter"))
        .isEqualTo(List.of("now before Ada", "returned hello Ada"));
  }

  @Test
  void adviceUnderAnotherNameReplacesTheOldCalls() throws Exception {
    module.compile(GREETER_ASPECT.replace("void before(", "void beforeGreet("));

    assertThat(module.weave()).isEqualTo(WOVEN);

    assertThat(module.run("demo.Greeter")).isEqualTo(GREETED_ONCE);
  }

  @Test
  void everythingIsRecompiled() throws Exception {
    module.compile(RECORDER, GREETER, GREETER_ASPECT, FAREWELL, FAREWELL_ASPECT);

    assertThat(module.weave()).isEqualTo(WOVEN);

    assertThat(module.run("demo.Greeter")).isEqualTo(GREETED_ONCE);
  }

  @Test
  void anotherPluginVersionWeavesAnewFromUnwovenCopies() throws Exception {
    WeaveOutcome outcome = module.weave("newer");

    assertThat(outcome).isEqualTo(WOVEN);
    assertThat(module.run("demo.Greeter")).isEqualTo(GREETED_ONCE);
  }

  @Test
  void buildThatDiedWhileWritingIsFinishedByTheNext() throws Exception {
    module.compile(FAREWELL.replace("bye", "so long"), GREETER);
    byte[] unwovenGreeter = module.bytes("demo.Greeter");
    module.weave();
    Path recordFile = module.state().resolve("build-record.txt");
    Files.writeString(
        recordFile, Files.readString(recordFile).replace(" complete ", " unfinished "));
    Files.write(module.classFile("demo.Greeter"), unwovenGreeter);

    assertThat(module.weave()).isEqualTo(WOVEN);

    assertThat(module.run("demo.Greeter")).isEqualTo(GREETED_ONCE);
    assertThat(module.run("demo.Farewell"))
        .isEqualTo(List.of("before Ada", "returned so long Ada"));
  }

  @Test
  void compilerWritesIntoTheCopyOfAClassThatABuildDidNotComeToReplace() throws Exception {
    Path copy = module.state().resolve("unwoven/demo/Greeter.class");
    Path recordFile = module.state().resolve("build-record.txt");
    Files.writeString(
        recordFile, Files.readString(recordFile).replace(" complete ", " unfinished "));
    Files.delete(module.classFile("demo.Greeter"));
    Files.createLink(module.classFile("demo.Greeter"), copy);
    module.compile(GREETER.replace("hello", "good day"));
    assertThat(Files.isSameFile(module.classFile("demo.Greeter"), copy)).isTrue();
    byte[] compiled = module.bytes("demo.Greeter");

    assertThat(module.weave()).isEqualTo(WOVEN);

    assertThat(module.run("demo.Greeter"))
        .isEqualTo(List.of("before Ada", "returned good day Ada"));
    assertThat(copy).hasBinaryContent(compiled);
    assertThat(module.weave("newer")).isEqualTo(WOVEN);
    assertThat(module.run("demo.Greeter"))
        .isEqualTo(List.of("before Ada", "returned good day Ada"));
  }

  @Test
  void classThatTheModelForgotIsUnwoven() throws Exception {
    module.compile(FAREWELL).model(ModelFile.naming("demo.Farewell", "say", GREET));

    WeaveOutcome outcome = module.weave();

    assertThat(outcome.warnings())
        .containsExactly(
            "The span model no longer names demo.Greeter, demo.Greeter_SpanAspect: not traced any"
                + " more, although not compiled again. If no annotation was removed, run 'mvn clean"
                + " process-classes' or 'gradle clean classes' for a complete model.");
    assertThat(module.run("demo.Greeter")).isEqualTo(List.of());
    assertThat(module.state().resolve("unwoven/demo/Greeter.class")).doesNotExist();
    module.model(
        ModelFile.naming("demo.Farewell", "say", GREET).and("demo.Greeter", "greet", GREET));
    module.weave();
    assertThat(module.run("demo.Greeter")).isEqualTo(GREETED_ONCE);
  }

  @Test
  void lastClassThatTheModelForgotIsUnwoven() throws Exception {
    module.model(new ModelFile());

    assertThat(module.weave().methods()).isZero();

    assertThat(module.run("demo.Greeter")).isEqualTo(List.of());
    assertThat(module.run("demo.Farewell")).isEqualTo(List.of());
    assertThat(module.weave()).isNull();
  }

  @Test
  void forgottenClassWithoutAnIntactCopyIsRefused() throws Exception {
    Files.write(module.state().resolve("unwoven/demo/Greeter.class"), new byte[] {1, 2, 3});
    module.model(ModelFile.naming("demo.Farewell", "say", GREET));

    assertThatThrownBy(module::weave)
        .hasMessageStartingWith("Cannot take out of demo.Greeter what an earlier build wove: the")
        .hasMessageContaining("'mvn clean process-classes'");

    assertThat(module.run("demo.Greeter")).isEqualTo(GREETED_ONCE);
  }

  @Test
  void classThatLostItsAnnotationLosesItsAdvice() throws Exception {
    module.compile(GREETER).model(ModelFile.naming("demo.Farewell", "say", GREET));
    Files.delete(module.classFile("demo.Greeter_SpanAspect"));

    assertThat(module.weave()).isEqualTo(new WeaveOutcome(1, 1, 0, true, List.of()));

    assertThat(module.run("demo.Greeter")).isEqualTo(List.of());
    assertThat(module.state().resolve("unwoven/demo/Greeter.class")).doesNotExist();
    assertThat(module.state().resolve("unwoven/demo/Farewell.class")).exists();
  }

  @Test
  void wovenClassesAreAcceptedWithoutTheirRecordIfAllAdviceIsThere() throws Exception {
    deleteRecursively(module.state());

    assertThat(module.weave()).isEqualTo(UNCHANGED);

    assertThat(module.run("demo.Greeter")).isEqualTo(GREETED_ONCE);
  }

  @Test
  void wovenClassesWithoutTheirRecordAreRefusedIfAdviceIsMissing() throws Exception {
    deleteRecursively(module.state());
    module.compile(GREETER);

    assertThatThrownBy(module::weave)
        .isInstanceOf(WeaveException.class)
        .hasMessageStartingWith("Cannot weave demo.Farewell, ")
        .hasMessageContaining("already woven, by another AspectJ plugin or by a build whose")
        .hasMessageContaining("'mvn clean process-classes'");
  }

  @Test
  void damagedUnwovenCopyIsNeverWoven() throws Exception {
    Files.write(module.state().resolve("unwoven/demo/Greeter.class"), new byte[] {1, 2, 3});
    module.compile(FAREWELL);

    assertThatThrownBy(module::weave).hasMessageStartingWith("Cannot weave demo.Greeter: already");
  }

  @Test
  void damagedRecordCountsAsNone() throws Exception {
    Files.writeString(
        module.state().resolve("build-record.txt"), "spanloom build record 1\nabc complete 2");

    assertThat(module.weave()).isEqualTo(UNCHANGED);
  }

  private List<Path> classFiles() throws IOException {
    try (Stream<Path> files = Files.walk(module.classes())) {
      return new ArrayList<>(files.filter(Files::isRegularFile).toList());
    }
  }

  private static void deleteRecursively(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
