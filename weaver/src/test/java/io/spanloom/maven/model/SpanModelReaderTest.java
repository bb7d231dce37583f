package io.spanloom.maven.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpanModelReaderTest {

  private static final String MODEL =
      """
      {
        "formatVersion": 1,
        "conventions": { "genai": "1.41.1", "openinference": "1" },
        "spans": [
          {
            "class": "com.acme.Outer$Agent",
            "method": "search",
            "descriptor": "(Ljava/lang/String;[[ILcom/acme/Outer$Mode;)Ljava/util/List;",
            "aspect": "com.acme.Outer_Agent_SpanAspect",
            "annotation": "io.spanloom.annotations.Tool",
            "kind": "TOOL",
            "name": "search",
            "spanName": "execute_tool search",
            "otelKind": "INTERNAL",
            "operation": "execute_tool",
            "openInferenceKind": "TOOL",
            "toolCallId": "session",
            "result": "value",
            "source": { "file": "Outer.java", "line": 42 },
            "attributes": [
              { "key": "input.value", "type": "string", "source": "parameter query", "requirement": "opt_in", "content": true },
              { "key": "tool.name", "type": "string", "source": "annotation", "value": "search", "requirement": "required" }
            ]
          }
        ]
      }
      """;

  @TempDir Path directory;

  @Test
  void readsEveryMember() throws Exception {
    SpanModel model = read(MODEL);

    assertThat(model.conventions()).isEqualTo(new SpanModel.Conventions("1.41.1", "1"));
    SpanDefinition span = model.spans().get(0);
    assertThat(span.className()).isEqualTo("com.acme.Outer$Agent");
    assertThat(span.signature()).isEqualTo("search(String, int[][], Mode)");
    assertThat(span.description()).isNull();
    assertThat(span.source()).hasToString("Outer.java:42");
    assertThat(span.attributes())
        .isEqualTo(
            List.of(
                new AttributeDefinition(
                    "input.value", "string", "parameter query", null, "opt_in", true),
                new AttributeDefinition(
                    "tool.name", "string", "annotation", "search", "required", false)));
  }

  @Test
  void noFileIsNoModel() throws Exception {
    assertThat(SpanModelReader.readBelow(directory)).isNull();
  }

  @Test
  void membersFromTheFutureAreSkipped() throws Exception {
    SpanModel model =
        read(MODEL.replace("\"kind\": \"TOOL\",", "\"kind\": \"TOOL\", \"hue\": {\"a\": [1]},"));

    assertThat(model).isEqualTo(read(MODEL));
  }

  @Test
  void formatFromTheFutureIsRefused() {
    assertThatThrownBy(() -> read(MODEL.replace("\"formatVersion\": 1", "\"formatVersion\": 2")))
        .isInstanceOf(SpanModelException.class)
        .hasMessage(
            "Cannot read %s: it has format version 2 and this plugin understands up to 1. Update spanloom-maven-plugin to the version of spanloom-processor.",
            file());
  }

  @Test
  void modelWithoutFormatIsRefused() {
    assertThatThrownBy(() -> read("{ \"spans\": [] }"))
        .hasMessage(
            "Cannot read %s: it has no \"formatVersion\". Rebuild the module with 'mvn clean process-classes'.",
            file());
  }

  @Test
  void missingMemberIsNamed() {
    assertThatThrownBy(
            () -> read(MODEL.replace("\"aspect\": \"com.acme.Outer_Agent_SpanAspect\",", "")))
        .hasMessageStartingWith("Cannot read %s: a span lacks \"aspect\". ".formatted(file()));
  }

  @Test
  void brokenJsonIsRefused() {
    assertThatThrownBy(() -> read(MODEL.substring(0, 100)))
        .isInstanceOf(SpanModelException.class)
        .hasMessageStartingWith("Cannot read %s: Unexpected end-of-input".formatted(file()))
        .hasMessageEndingWith(". Rebuild the module with 'mvn clean process-classes'.");
  }

  private SpanModel read(String json) throws IOException, SpanModelException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), json);
    return SpanModelReader.readBelow(directory);
  }

  private Path file() {
    return directory.resolve("META-INF/spanloom/span-model.json");
  }
}
