package io.spanloom.processor.write;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import io.spanloom.processor.model.Option;
import io.spanloom.processor.model.Role;
import io.spanloom.processor.model.SourcePlace;
import io.spanloom.processor.model.SpanDefinition;
import io.spanloom.processor.model.SpanKind;
import io.spanloom.processor.model.TracedClass;
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

  private static final int FORMAT_VERSION = 1;

  private SpanModelWriter() {}

  /** The span model of some classes. */
  public static String write(List<TracedClass> classes) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(printer());
      json.writeStartObject();
      json.writeNumberField("formatVersion", FORMAT_VERSION);
      json.writeObjectFieldStart("conventions");
      json.writeStringField("genai", "1.41.1");
      json.writeStringField("openinference", "1");
      json.writeEndObject();
      json.writeArrayFieldStart("spans");
      for (TracedClass type : sorted(classes)) {
        for (SpanDefinition span : type.spans()) {
          writeSpan(json, type, span);
        }
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.append('\n').toString();
  }

  private static List<TracedClass> sorted(List<TracedClass> classes) {
    return classes.stream()
        .sorted(Comparator.comparing((TracedClass type) -> type.name().binaryName()))
        .toList();
  }

  private static void writeSpan(JsonGenerator json, TracedClass type, SpanDefinition span)
      throws IOException {
    SpanKind kind = span.kind();
    Map<Option, String> options = Descriptions.options(span);
    json.writeStartObject();
    json.writeStringField("class", type.name().binaryName());
    json.writeStringField("method", span.method().name());
    json.writeStringField("descriptor", span.method().descriptor());
    json.writeStringField("aspect", type.name().aspect().binaryName());
    json.writeStringField("annotation", kind.qualifiedAnnotation());
    json.writeStringField("kind", kind.name());
    json.writeStringField("name", span.name());
    json.writeStringField("spanName", SpanNames.nameOf(span));
    json.writeStringField("otelKind", kind.otelKind());
    writeUnlessEmpty(json, "operation", SpanNames.operationOf(span));
    json.writeStringField("openInferenceKind", kind.openInferenceKind());
    writeUnlessEmpty(json, "description", options.getOrDefault(Option.DESCRIPTION, ""));
    writeOwnMembers(json, span);
    json.writeStringField("result", span.result().kind().name().toLowerCase(Locale.ROOT));
    writeSource(json, span.source());
    json.writeArrayFieldStart("attributes");
    for (SpanAttribute attribute : SpanAttributes.of(span)) {
      writeAttribute(json, attribute);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeOwnMembers(JsonGenerator json, SpanDefinition span) throws IOException {
    if (span.option(Option.STEPS).equals("AUTO")) {
      json.writeStringField("steps", "AUTO");
    }
    if (span.kind() == SpanKind.TASK) {
      json.writeStringField("taskKind", SpanNames.taskKindOf(span));
    }
    if (span.kind() == SpanKind.TOOL) {
      boolean explicit = span.captures(Role.TOOL_CALL_ID).findAny().isPresent();
      json.writeStringField("toolCallId", explicit ? "parameter" : "session");
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
