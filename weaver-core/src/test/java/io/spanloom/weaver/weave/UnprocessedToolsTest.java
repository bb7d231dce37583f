package io.spanloom.weaver.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tools of other libraries that the annotation processor has not seen are warned of. */
class UnprocessedToolsTest {

  private static final String SPRING_AI =
      """
      package org.springframework.ai.tool.annotation;

      import java.lang.annotation.Retention;
      import java.lang.annotation.RetentionPolicy;

      @Retention(RetentionPolicy.RUNTIME)
      public @interface Tool {}
      """;

  private static final String OWN =
      """
      package demo;

      public @interface Skill {}
      """;

  private static final String SHELF =
      """
      package demo;

      import org.springframework.ai.tool.annotation.Tool;

      class Shelf {
        @Tool
        String find(String title, int[] editions) {
          return title;
        }

        @Skill
        String count() {
          return "7";
        }

        String label() {
          return "fiction";
        }
      }
      """;

  private static final String DESK =
      """
      package demo;

      class Desk {
        @io.spanloom.annotations.Task
        void open() {}
      }
      """;

  @TempDir Path directory;

  @Test
  void withoutTheProcessor() throws Exception {
    Module module = Module.in(directory).compile(SPRING_AI, OWN, SHELF);

    assertThat(module.weave().warnings())
        .singleElement()
        .asString()
        .startsWith("Methods with a @Tool annotation of LangChain4j or Spring AI are not woven")
        .contains(
            "has not seen them: demo.Shelf.find(String, int[]). Check that spanloom-processor")
        .endsWith("-Aspanloom.toolAnnotations=none.");
  }

  /** A development environment compiles one class without the processor that saw the others. */
  @Test
  void afterAnotherClassWasProcessed() throws Exception {
    Module module = Module.in(directory).compileAnnotated(SPRING_AI, OWN, DESK);
    module.compile(SHELF);

    assertThat(module.weave().warnings()).singleElement().asString().contains("demo.Shelf.find");
  }

  @Test
  void processedOnesAreWoven() throws Exception {
    Module module = Module.in(directory).compileAnnotated(SPRING_AI, OWN, SHELF);

    assertThat(module.weave().warnings()).isEmpty();
  }

  @Test
  void leftAloneOnPurpose() throws Exception {
    Module module =
        Module.in(directory)
            .compileAnnotated(
                List.of("-Aspanloom.toolAnnotations=none"), SPRING_AI, OWN, SHELF, DESK);

    assertThat(module.weave().warnings()).isEmpty();
  }

  @Test
  void annotationsThatTheModuleNamedItself() throws Exception {
    List<String> options = List.of("-Aspanloom.toolAnnotations=demo.Skill");
    Module module = Module.in(directory).compileAnnotated(options, SPRING_AI, OWN, DESK);
    module.compile(SHELF);

    assertThat(module.weave().warnings())
        .singleElement()
        .asString()
        .contains("demo.Shelf.count()", "demo.Shelf.find(");
  }

  @Test
  void manyAreCounted() throws Exception {
    StringBuilder tools = new StringBuilder();
    for (int i = 1; i <= 7; i++) {
      tools.append("@org.springframework.ai.tool.annotation.Tool void t%d() {}\n".formatted(i));
    }
    Module module =
        Module.in(directory)
            .compile(SPRING_AI, "package demo;\n\nclass Shelf {\n%s}\n".formatted(tools));

    assertThat(module.weave().warnings())
        .singleElement()
        .asString()
        .contains("demo.Shelf.t5() and 2 more.")
        .doesNotContain("t6");
  }
}
