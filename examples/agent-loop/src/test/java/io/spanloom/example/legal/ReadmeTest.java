package io.spanloom.example.legal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the project's front page shows as generated is what is generated. */
class ReadmeTest {

  private static final Path GENERATED =
      Path.of(
          "target/generated-sources/annotations",
          "io/spanloom/example/legal/tool/CaseSearch_SpanAspect.java");

  @Test
  void showsTheAspectAsItIs() throws IOException {
    String source = Files.readString(GENERATED);
    String withoutImports = source.substring(source.indexOf("/** Traces")).strip();

    assertThat(Files.readString(Path.of("../../README.md"))).contains(withoutImports);
  }
}
