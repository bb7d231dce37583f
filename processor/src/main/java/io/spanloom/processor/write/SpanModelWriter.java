package io.spanloom.processor.write;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import io.spanloom.processor.model.CompilerOptions;
import io.spanloom.processor.model.Option;
import io.spanloom.processor.model.ParameterRole;
import io.spanloom.processor.model.SourcePlace;
import io.spanloom.processor.model.SpanDefinition;
import io.spanloom.processor.model.SpanRole;
import io.spanloom.processor.model.TracedClass;
import io.spanloom.processor.schema.SchemaJson;
import io.spanloom.processor.write.SpanAttributes.SpanAttribute;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes {@code META-INF/spanloom/span-model.json}, which the Maven plugin reads. */
public final class SpanModelWriter {

  static final int FORMAT_VERSION = 1;

  /** How far a span's members are indented more in the file than if the span stood alone. */
  static final String INDENTATION = "    ";

  private static final JsonFactory FACTORY = new JsonFactory();

  private static final Comparator<ModelEntry> ORDER =
      Comparator.comparing(ModelEntry::className)
          .thenComparing(ModelEntry::method)
          .thenComparing(ModelEntry::descriptor);

  private SpanModelWriter() {}

  /** What the model says about a class. */
  public static List<ModelEntry> entries(TracedClass type) {
    return type.spans().stream()
        .map(
            span ->
                new ModelEntry(
                    type.name().binaryName(),
                    span.method().name(),
                    span.method().descriptor(),
                    type.name().aspect().binaryName(),
                    span.method().reachesOthers(),
                    json(generator -> writeSpan(generator, type, span))))
        .toList();
  }

  /**
   * The span model with some entries. It names the annotations of other libraries that make tools
   * if they are not those that Spanloom knows: what checks the module's classes must know, too.
   */
  public static String write(List<ModelEntry> entries, CompilerOptions options) {
    String model =
        json(
            generator -> {
              generator.writeStartObject();
              generator.writeNumberField("formatVersion", FORMAT_VERSION);
              generator.writeObjectFieldStart("conventions");
              generator.writeStringField("genai", "1.41.1");
              generator.writeStringField("openinference", "1");
              generator.writeEndObject();
              if (!options.hasKnownToolAnnotations()) {
                writeNames(generator, "toolAnnotations", options.toolAnnotations());
              }
              generator.writeArrayFieldStart("spans");
              for (ModelEntry entry : entries.stream().sorted(ORDER).toList()) {
                generator.writeRawValue(entry.json().replace("\n", "\n" + INDENTATION));
              }
              generator.writeEndArray();
              generator.writeEndObject();
            });
    return model + '\n';
  }

  private interface Content {
    void write(JsonGenerator json) throws IOException;
  }

  private static String json(Content content) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.setPrettyPrinter(printer());
      content.write(json);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static void writeSpan(JsonGenerator json, TracedClass type, SpanDefinition span)
      throws IOException {
    json.writeStartObject();
    writeMethod(json, type, span);
    writeIdentity(json, span);
    writeOwnMembers(json, span);
    if (span.method().reachesOthers()) {
      json.writeBooleanField("implementations", true);
      writeNames(json, "toolAnnotations", type.toolAnnotations());
    }
    json.writeStringField("result", span.result().kind().name().toLowerCase(Locale.ROOT));
    writeSource(json, span.source());
    json.writeArrayFieldStart("attributes");
    for (SpanAttribute attribute : SpanAttributes.of(span)) {
      writeAttribute(json, attribute);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeMethod(JsonGenerator json, TracedClass type, SpanDefinition span)
      throws IOException {
    json.writeStringField("class", type.name().binaryName());
    json.writeStringField("method", span.method().name());
    json.writeStringField("descriptor", span.method().descriptor());
    json.writeStringField("aspect", type.name().aspect().binaryName());
    json.writeStringField("annotation", span.annotation());
  }

  private static void writeIdentity(JsonGenerator json, SpanDefinition span) throws IOException {
    SpanRole role = span.role();
    json.writeStringField("kind", role.name());
    json.writeStringField("name", span.name());
    json.writeStringField("spanName", SpanNames.nameOf(span));
    json.writeStringField("otelKind", role.otelKind());
    writeUnlessEmpty(json, "operation", SpanNames.operationOf(span));
    json.writeStringField("openInferenceKind", role.openInferenceKind());
    Map<Option, String> options = Descriptions.options(span);
    writeUnlessEmpty(json, "description", options.getOrDefault(Option.DESCRIPTION, ""));
  }

  private static void writeOwnMembers(JsonGenerator json, SpanDefinition span) throws IOException {
    if (span.option(Option.STEPS).equals("AUTO")) {
      json.writeStringField("steps", "AUTO");
    }
    if (span.role() == SpanRole.TASK) {
      json.writeStringField("taskKind", SpanNames.taskKindOf(span));
    }
    if (span.role() == SpanRole.TOOL) {
      boolean explicit = span.captures(ParameterRole.TOOL_CALL_ID).findAny().isPresent();
      json.writeStringField("toolCallId", explicit ? "parameter" : "session");
    }
    if (span.toolSchema() != null) {
      json.writeFieldName("schema");
      SchemaJson.write(span.toolSchema(), json);
    }
  }

  private static void writeSource(JsonGenerator json, SourcePlace source) throws IOException {
    json.writeObjectFieldStart("source");
    json.writeStringField("file", source.file());
    if (source.line() != SourcePlace.UNKNOWN_LINE) {
      json.writeNumberField("line", source.line());
    }
    json.writeEndObject();
  }

  private static void writeAttribute(JsonGenerator json, SpanAttribute attribute)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("key", attribute.key());
    json.writeStringField("type", attribute.type().text());
    json.writeStringField("source", attribute.source());
    writeUnlessEmpty(json, "value", attribute.value());
    json.writeStringField("requirement", attribute.requirement().text());
    if (attribute.content()) {
      json.writeBooleanField("content", true);
    }
    json.writeEndObject();
  }

  private static void writeNames(JsonGenerator json, String name, List<String> names)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String each : names) {
      json.writeString(each);
    }
    json.writeEndArray();
  }

  private static void writeUnlessEmpty(JsonGenerator json, String name, String value)
      throws IOException {
    if (!value.isEmpty()) {
      json.writeStringField(name, value);
    }
  }

  /** Two blanks and line feeds on every system. */
  private static DefaultPrettyPrinter printer() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withArrayEmptySeparator("")
            .withObjectEmptySeparator("");
    return new DefaultPrettyPrinter(separators)
        .withObjectIndenter(indenter)
        .withArrayIndenter(indenter);
  }
}
