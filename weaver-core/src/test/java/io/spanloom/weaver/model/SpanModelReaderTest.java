package io.spanloom.weaver.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
  void schemaIsKeptAsItIsWritten() throws Exception {
    String schema =
        "{ \"type\": \"object\", \"title\": \"Süße \\\"Wörter\\\"\", \"maximum\": 1.50 }";

    SpanModel model = read(MODEL.replace("\"result\":", "\"schema\": " + schema + ", \"result\":"));

    assertThat(model.spans().get(0).schema()).isEqualTo(schema);
    assertThat(model.spans().get(0).result()).isEqualTo("value");
  }

  @Test
  void whatImplementationsNeedIsRead() throws Exception {
    SpanModel model =
        read(
            MODEL.replace(
                "\"result\":",
                "\"implementations\": true, \"toolAnnotations\": [\"a.B\", \"c.D\"], \"result\":"));

    assertThat(model.spans().get(0).implementations()).isTrue();
    assertThat(model.spans().get(0).toolAnnotations()).containsExactly("a.B", "c.D");
  }

  @Test
  void nullIsAsGoodAsNothing() throws Exception {
    SpanModel model =
        read(MODEL.replace("\"result\":", "\"description\": null, \"steps\": null, \"result\":"));

    assertThat(model).isEqualTo(read(MODEL));
  }

  @Test
  void lineMayBeUnknown() throws Exception {
    assertThat(read(MODEL.replace(", \"line\": 42", "")).spans().get(0).source())
        .isEqualTo(new SourceLocation("Outer.java", 0));
  }

  @Test
  void formatIsCheckedFirst() {
    String model =
        MODEL.replace("\"formatVersion\": 1,", "").replace("\"spans\": [", "\"spans\": [7,");
    String future = model.substring(0, model.lastIndexOf('}')) + ", \"formatVersion\": 2}";

    assertThatThrownBy(() -> read(future)).hasMessageContaining("it has format version 2 and");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "kind": "TOOL",      | "kind": {"a": 1}, | a span lacks "kind"
          "line": 42           | "line": "last"    | a source has a "line" that is no number
          "source": "annotation", |                | an attribute lacks "source"
          "openinference": "1" | "a": 1            | "conventions" lacks "openinference"
          "spans": [           | "spans": [7,      | a span is not an object
          "spans": [           | "spans": {}, "b": [ | "spans" is not an array
          "spans": [           | "a": [            | the model lacks "spans"
          "com.acme.Outer_     | "../../etc/       | a span has an illegal "aspect": ../../etc/Agent_SpanAspect
          com.acme.Outer$Agent | com/acme/Outer    | a span has an illegal "class": com/acme/Outer
          "method": "search"   | "method": "a b"   | a span has an illegal "method": a b
          (Ljava/lang/String;[[I | nonsense((      | a span has an illegal "descriptor": nonsense((Lcom/acme/Outer$Mode;)Ljava/util/List;
          [[ILcom              | [[Qcom            | a span has an illegal "descriptor": (Ljava/lang/String;[[Qcom/acme/Outer$Mode;)Ljava/util/List;
          "kind": "TOOL",      | "kind": "TOOL", "kind": "TASK", | Duplicate field 'kind'
          """)
  void whatIsWrongIsNamed(String part, @Nullable String instead, String reason) {
    assertThatThrownBy(() -> read(MODEL.replace(part, instead == null ? "" : instead)))
        .isInstanceOf(SpanModelException.class)
        .hasMessage(
            "Cannot read %s: %s. Rebuild the module with 'mvn clean process-classes'.",
            file(), reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "7", "{}"})
  void anythingElseIsNoModel(String json) {
    assertThatThrownBy(() -> read(json)).hasMessageContaining(": it has no \"formatVersion\". ");
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
  void aMethodIsNamedOnce() {
    String span = MODEL.substring(MODEL.indexOf("    {"), MODEL.indexOf("\n  ]"));

    assertThatThrownBy(() -> read(MODEL.replace("\n  ]", "," + span + "\n  ]")))
        .hasMessageContaining(": it has com.acme.Outer$Agent.search(String, int[][], Mode) twice.");
  }

  @Test
  void nothingFollowsTheModel() {
    assertThatThrownBy(() -> read(MODEL + "{}"))
        .hasMessageContaining(": something follows the model.");
  }

  @Test
  void whatNestsTooDeepIsRefused() {
    String deep = "[".repeat(5_000) + "]".repeat(5_000);

    assertThatThrownBy(() -> read(MODEL.replace("\"spans\":", "\"x\": " + deep + ", \"spans\":")))
        .isInstanceOf(SpanModelException.class)
        .hasMessageContaining("nesting depth");
  }

  @Test
  void aDependencysModelIsNamedByTheDependency() {
    assertThatThrownBy(
            () -> SpanModelReader.parseOf("foo-1.jar", "com.acme:foo", "{".getBytes(UTF_8)))
        .hasMessageStartingWith("Cannot read the span model of foo-1.jar: Unexpected end-of-input")
        .hasMessageEndingWith(
            ". Update the dependency, or leave its spans out with"
                + " <dependencies><exclude>com.acme:foo</exclude></dependencies> in the plugin's"
                + " configuration.");
    assertThatThrownBy(
            () ->
                SpanModelReader.parseOf(
                    "foo-1.jar", "com.acme:foo", "{\"formatVersion\": 99}".getBytes(UTF_8)))
        .hasMessageContaining("the span model of foo-1.jar: it has format version 99")
        .hasMessageEndingWith(
            ", or leave the dependency's spans out with"
                + " <dependencies><exclude>com.acme:foo</exclude></dependencies>.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello",
        "[[[[",
        "{\"formatVersion\": -1}",
        "{\"formatVersion\": 1e9}",
        "{\"formatVersion\": 99999999999}",
        "{\"formatVersion\": 1}",
        "\u0000\u0001"
      })
  void whatIsNoModelIsRefused(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(SpanModelException.class);
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
