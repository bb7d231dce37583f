package io.spanloom;

import static io.spanloom.Recorded.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.content.ContentMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/attributes.md} says what the code does. */
class AttributesPageTest {

  private static final Path PAGE = Path.of("..", "docs", "attributes.md");

  @Test
  void thePageIsWhatTheCodeSays() throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      assertThat(System.getenv("CI")).as("golden.update is for people").isNull();
      Files.writeString(PAGE, AttributesPage.text());
    }
    assertThat(PAGE).content().isEqualTo(AttributesPage.text());
  }

  @Test
  void keysThatNoTableHoldsAreThoseOfTheirLists() {
    Set<String> listed =
        Stream.concat(AttributesPage.SPREAD.stream(), AttributesPage.OWN.stream())
            .map(AttributesPage.Row::key)
            .filter(key -> !key.endsWith("*"))
            .collect(Collectors.toCollection(TreeSet::new));
    listed.remove("llm.tools.N.tool.json_schema"); // the tests' model is offered no tools
    listed.remove("spanloom.output.count"); // its tools answer with text

    assertThat(recordedOutsideTables()).containsExactlyElementsOf(listed);
  }

  private static Set<String> recordedOutsideTables() {
    SpanloomOptions options = SpanloomOptions.builder().content(ContentMode.SPAN_ONLY).build();
    Set<String> keys = new TreeSet<>();
    try (Recorded recorded = Recorded.with(options)) {
      new TenRoles().run();
      recorded.spans().forEach(span -> keys.addAll(attributes(span).keySet()));
    }
    return keys.stream()
        .filter(key -> key.matches("llm\\..*\\.\\d+\\..*|(spanloom|app)\\..*"))
        .filter(key -> !key.equals("app.plan") && !key.startsWith("llm.output_messages"))
        .map(key -> key.replaceFirst("\\.\\d+\\.", ".N.").replaceFirst("\\.\\d+\\.", ".T."))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
