package io.spanloom.example.legal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the project's front page shows is what is there. */
class ReadmeTest {

  private static final Path GENERATED =
      Path.of(
          "target/generated-sources/annotations",
          "io/spanloom/example/legal/tool/CaseSearch_SpanAspect.java");
  private static final Path SOURCE =
      Path.of("src/main/java/io/spanloom/example/legal/tool/CaseSearch.java");

  @Test
  void showsTheAspectAsItIs() throws IOException {
    String source = Files.readString(GENERATED);
    String withoutImports = source.substring(source.indexOf("/** Traces")).strip();

    assertThat(Files.readString(Path.of("../../README.md"))).contains(withoutImports);
  }

  @Test
  void showsHowAToolIsDeclaredToTheModel() throws IOException {
    String source = Files.readString(SOURCE);
    int start = source.indexOf("  @Override\n  public ToolDescription description()");
    String method = source.substring(start, source.indexOf("\n  }\n", start) + 5);

    assertThat(Files.readString(Path.of("../../README.md"))).contains("```java\n" + method);
  }
}
