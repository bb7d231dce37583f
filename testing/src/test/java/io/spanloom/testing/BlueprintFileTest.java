package io.spanloom.testing;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Traces beside blueprints; the example's tests do it with the blueprint of its build. */
class BlueprintFileTest {

  private static final String SPANS =
      """
      {"id":"a","spanName":"invoke_agent librarian"},{"id":"r","spanName":"reasoning"},
      {"id":"c","spanName":"chat {model}"},{"id":"s","spanName":"execute_tool search"}
      """;

  @RegisterExtension final SpanloomExtension spanloom = SpanloomExtension.create();

  @TempDir Path directory;

  private final Library library = new Library();

  @Test
  void whatThePlanHasConforms() throws IOException {
    library.answer(Library.QUESTION);

    assertThat(spanloom.trace()).conformsToBlueprint(blueprint(SPANS, "ar rc rs", "a"));
  }

  @Test
  void otherPeoplesSpansAreLookedThrough() throws IOException {
    Span other = spanloom.openTelemetry().getTracer("http").spanBuilder("GET /").startSpan();
    try (Scope scope = other.makeCurrent()) {
      Assertions.assertThat(scope).isNotNull();
      library.answer(Library.QUESTION);
    } finally {
      other.end();
    }

    assertThat(spanloom.trace()).hasRoot("GET /");
    assertThat(spanloom.trace()).conformsToBlueprint(blueprint(SPANS, "ar rc rs", "a"));
  }

  @Test
  void everyOtherDifferenceIsReported() throws IOException {
    library.answer(Library.QUESTION);
    Path noEdge = blueprint(SPANS, "ar rs sc", "a");
    Path noRoot = blueprint(SPANS, "ar rc rs", "r");
    Path noSpan = blueprint(SPANS.replace("search", "find"), "ar rc rs", "a");

    contradicts(noEdge, "chat m-1 is below reasoning");
    contradicts(noRoot, "invoke_agent librarian starts a trace", "[reasoning]");
    contradicts(noSpan, "execute_tool search is not in the blueprint");
  }

  /** An agent whose loop a library runs: no method makes the model call, nothing calls the tool. */
  @Test
  void whatLibrariesCallIsLookedThrough() throws IOException {
    library.answer(Library.QUESTION);
    String spans =
        """
        {"id":"a","spanName":"invoke_agent librarian"},{"id":"r","spanName":"reasoning"},
        {"id":"s","spanName":"execute_tool search"}
        """;

    assertThat(spanloom.trace()).conformsToBlueprint(blueprint(spans, "ar", "a"));
    contradicts(blueprint(spans, "ar as", "a"), "execute_tool search is below reasoning");
  }

  @Test
  void aFileThatIsNoBlueprintSaysWhatToDo() throws IOException {
    library.browse("a");
    Path file = Files.writeString(directory.resolve("newer.json"), "{\"formatVersion\":99}");

    contradicts(directory.resolve("none.json"), "There is no blueprint", "<goal>model</goal>");
    contradicts(file, "its format is 99");
    contradicts(Files.writeString(directory.resolve("bad.json"), "{"), "Cannot read the blueprint");
  }

  private void contradicts(Path blueprint, String... message) {
    assertThatThrownBy(() -> assertThat(spanloom.trace()).conformsToBlueprint(blueprint))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll(message);
  }

  /** Edges are pairs of ids: parent and child. */
  private Path blueprint(String spans, String edges, String root) throws IOException {
    StringBuilder pairs = new StringBuilder();
    for (String edge : edges.split(" ")) {
      pairs.append(pairs.isEmpty() ? "" : ",");
      pairs.append(
          "{\"parent\":\"%c\",\"child\":\"%c\"}".formatted(edge.charAt(0), edge.charAt(1)));
    }
    String json =
        "{\"formatVersion\":1,\"spans\":[%s],\"edges\":[%s],\"roots\":[\"%s\"]}"
            .formatted(spans, pairs, root);
    return Files.writeString(Files.createTempFile(directory, "model", ".json"), json);
  }
}
