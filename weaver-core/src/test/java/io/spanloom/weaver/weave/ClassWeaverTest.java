package io.spanloom.weaver.weave;

import static io.spanloom.weaver.weave.Samples.GREET;
import static io.spanloom.weaver.weave.Samples.GREETER;
import static io.spanloom.weaver.weave.Samples.GREETER_ASPECT;
import static io.spanloom.weaver.weave.Samples.RECORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassWeaverTest {

  private static final String CLASS = "demo.Greeter";
  private static final String ASPECT = "demo.Greeter_SpanAspect";

  @TempDir Path directory;

  @Test
  void namesTheClassesAndAspectsOfTheModel() throws Exception {
    try (ClassWeaver weaver = greeter().classWeaver()) {
      assertThat(weaver.classNames()).containsExactly(CLASS, ASPECT);
      assertThat(weaver.methods()).isEqualTo(1);
    }
  }

  @Test
  void writesNoFile() throws Exception {
    Module module = greeter();
    byte[] before = module.bytes(CLASS);

    try (ClassWeaver weaver = module.classWeaver()) {
      assertThat(weaver.weave(CLASS, before)).isNotEqualTo(before);
    }

    assertThat(module.bytes(CLASS)).isEqualTo(before);
    assertThat(module.state()).doesNotExist();
  }

  @Test
  void theResultIsTraced() throws Exception {
    Module module = greeter();

    module.weaveOneByOne();

    assertThat(module.run(CLASS)).asString().isEqualTo("[before Ada, returned hello Ada]");
  }

  @Test
  void classesThatAreWovenStayAsTheyAre() throws Exception {
    Module module = greeter();
    module.weave();
    byte[] woven = module.bytes(CLASS);

    try (ClassWeaver weaver = module.classWeaver()) {
      assertThat(weaver.weave(CLASS, woven)).isSameAs(woven);
    }
  }

  @Test
  void aClassInWhichNoAdviceMatchesIsRefused() throws Exception {
    Module module =
        Module.in(directory)
            .compile(RECORDER, GREETER, GREETER_ASPECT.replace("greet(", "gret("))
            .model(ModelFile.naming(CLASS, "greet", GREET));

    try (ClassWeaver weaver = module.classWeaver()) {
      byte[] compiled = module.bytes(CLASS);
      assertThatThrownBy(() -> weaver.weave(CLASS, compiled))
          .isInstanceOf(WeaveException.class)
          .hasMessageContaining("demo.Greeter.greet(String)")
          .hasMessageContaining("advice of demo.Greeter_SpanAspect matches it");
    }
  }

  private Module greeter() throws Exception {
    return Module.in(directory)
        .compile(RECORDER, GREETER, GREETER_ASPECT)
        .model(ModelFile.naming(CLASS, "greet", GREET));
  }
}
