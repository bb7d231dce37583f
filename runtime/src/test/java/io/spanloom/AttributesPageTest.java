package io.spanloom;

import static io.spanloom.Recorded.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
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
    listed.remove("embedding.embeddings.N.embedding.vector"); // nor wants to see vectors
    listed.removeIf(key -> key.contains(".contents.")); // nor given more than texts
    listed.removeIf(key -> key.endsWith(".reasoning_signature"));
    listed.remove("spanloom.tool_call.dropped"); // nor asks it for more than is remembered

    assertThat(recordedOutsideTables()).containsExactlyElementsOf(listed);
  }

  @Test
  void eventsAndTheirAttributesAreThoseOfTheirList() {
    Set<String> recordedOnSpans = new TreeSet<>();
    try (Recorded recorded = runTenRoles()) {
      for (SpanData span : recorded.spans()) {
        for (EventData event : span.getEvents()) {
          recordedOnSpans.add(event.getName());
          event.getAttributes().forEach((key, value) -> recordedOnSpans.add(key.getKey()));
        }
      }
    }
    Set<String> listed = new TreeSet<>();
    for (AttributesPage.Event event : AttributesPage.EVENTS) {
      listed.add(event.name());
      listed.addAll(event.attributes().keySet());
    }

    assertThat(recordedOnSpans).containsExactlyElementsOf(listed);
  }

  private static Recorded runTenRoles() {
    Recorded recorded =
        Recorded.with(SpanloomOptions.builder().content(ContentMode.SPAN_ONLY).build());
    new TenRoles().run();
    return recorded;
  }

  private static Set<String> recordedOutsideTables() {
    Set<String> keys = new TreeSet<>();
    try (Recorded recorded = runTenRoles()) {
      recorded.spans().forEach(span -> keys.addAll(attributes(span).keySet()));
    }
    return keys.stream()
        .filter(
            key ->
                key.matches(
                    "(llm|embedding|retrieval|reranker)\\..*\\.\\d+\\..*|(spanloom|app)\\..*"))
        .filter(key -> !key.startsWith("spanloom.cost.")) // the registry has them
        .filter(key -> !key.equals("app.plan") && !key.startsWith("llm.output_messages"))
        .map(key -> key.replaceFirst("\\.\\d+\\.", ".N.").replaceFirst("\\.\\d+\\.", ".T."))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
