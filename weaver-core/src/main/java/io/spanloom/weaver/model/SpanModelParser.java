package io.spanloom.weaver.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a model token by token: every build in which something changed does so, and Jackson's
 * databind takes several times as long to load as this takes to read.
 */
final class SpanModelParser implements Closeable {

  /** A schema in a model nests as its types do; what nests deeper was not written by us. */
  private static final int DEEPEST = 200;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private static final String FORMAT_VERSION = "formatVersion";

  private final byte[] file;
  private final JsonParser json;

  private SpanModelParser(byte[] file) throws IOException {
    this.file = file;
    this.json = JSON.createParser(file);
  }

  /** The version of a file's format, or null if it does not say. */
  static @Nullable Integer formatVersion(byte[] file) throws IOException {
    try (SpanModelParser parser = new SpanModelParser(file)) {
      return parser.json.nextToken() == JsonToken.START_OBJECT ? parser.formatVersion() : null;
    }
  }

  /** The model in a file. */
  static SpanModel model(byte[] file) throws IOException {
    try (SpanModelParser parser = new SpanModelParser(file)) {
      parser.json.nextToken();
      SpanModel model = parser.model();
      if (parser.json.nextToken() != null) {
        throw new JsonParseException(parser.json, "something follows the model");
      }
      return model;
    }
  }

  private @Nullable Integer formatVersion() throws IOException {
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      JsonToken value = json.nextToken();
      if (name.equals(FORMAT_VERSION)) {
        return value == JsonToken.VALUE_NUMBER_INT ? (Integer) json.getIntValue() : null;
      }
      json.skipChildren();
    }
    return null;
  }

  private SpanModel model() throws IOException {
    ObjectMembers members = new ObjectMembers(json, "the model");
    SpanModel.Conventions conventions = null;
    List<String> toolAnnotations = SpanModel.KNOWN_TOOL_ANNOTATIONS;
    List<SpanDefinition> spans = null;
    for (String name = first("the model"); name != null; name = next()) {
      switch (name) {
        case "conventions" -> conventions = conventions();
        case "toolAnnotations" -> toolAnnotations = list(name, this::text);
        case "spans" -> spans = list(name, this::span);
        default -> members.add(name);
      }
    }
    return new SpanModel(
        members.number(FORMAT_VERSION),
        members.found("conventions", conventions),
        toolAnnotations,
        eachOnce(members.found("spans", spans)));
  }

  private List<SpanDefinition> eachOnce(List<SpanDefinition> spans) throws JsonParseException {
    Set<String> methods = new HashSet<>();
    for (SpanDefinition span : spans) {
      if (!methods.add(span.className() + "." + span.method() + span.descriptor())) {
        throw new JsonParseException(
            json, "it has %s.%s twice".formatted(span.className(), span.signature()));
      }
    }
    return spans;
  }

  private SpanModel.Conventions conventions() throws IOException {
    ObjectMembers members = members("\"conventions\"");
    return new SpanModel.Conventions(members.text("genai"), members.text("openinference"));
  }

  private SpanDefinition span() throws IOException {
    ObjectMembers members = new ObjectMembers(json, "a span");
    List<String> toolAnnotations = List.of();
    List<AttributeDefinition> attributes = null;
    SourceLocation source = null;
    String schema = null;
    for (String name = first("a span"); name != null; name = next()) {
      switch (name) {
        case "toolAnnotations" -> toolAnnotations = list(name, this::text);
        case "attributes" -> attributes = list(name, this::attribute);
        case "source" -> source = source();
        case "schema" -> schema = asWritten();
        default -> members.add(name);
      }
    }
    return span(
        members,
        toolAnnotations,
        schema,
        members.found("source", source),
        members.found("attributes", attributes));
  }

  private static SpanDefinition span(
      ObjectMembers members,
      List<String> toolAnnotations,
      @Nullable String schema,
      SourceLocation source,
      List<AttributeDefinition> attributes)
      throws JsonParseException {
    return new SpanDefinition(
        members.text("class", ClassFileNames::isClass),
        members.text("method", ClassFileNames::isIdentifier),
        members.text("descriptor", ClassFileNames::isMethodDescriptor),
        members.text("aspect", ClassFileNames::isClass),
        members.text("annotation"),
        members.text("kind"),
        members.text("name"),
        members.text("spanName"),
        members.text("otelKind"),
        members.textOrNull("operation"),
        members.text("openInferenceKind"),
        members.textOrNull("description"),
        members.textOrNull("steps"),
        members.textOrNull("taskKind"),
        members.textOrNull("toolCallId"),
        members.flag("implementations"),
        toolAnnotations,
        schema,
        members.text("result"),
        source,
        attributes);
  }

  private SourceLocation source() throws IOException {
    ObjectMembers members = members("a source");
    return new SourceLocation(members.text("file"), members.number("line"));
  }

  private AttributeDefinition attribute() throws IOException {
    ObjectMembers members = members("an attribute");
    return new AttributeDefinition(
        members.text("key"),
        members.text("type"),
        members.text("source"),
        members.textOrNull("value"),
        members.textOrNull("requirement"),
        members.flag("content"));
  }

  private ObjectMembers members(String owner) throws IOException {
    ObjectMembers members = new ObjectMembers(json, owner);
    for (String name = first(owner); name != null; name = next()) {
      members.add(name);
    }
    return members;
  }

  /** The name of an object's first member, or null if it has none; the value is the next token. */
  private @Nullable String first(String owner) throws IOException {
    if (!json.isExpectedStartObjectToken()) {
      throw new JsonParseException(json, owner + " is not an object");
    }
    return next();
  }

  private @Nullable String next() throws IOException {
    String name = json.nextFieldName();
    if (name != null) {
      json.nextToken();
    }
    return name;
  }

  private <T> List<T> list(String name, Value<T> value) throws IOException {
    if (!json.isExpectedStartArrayToken()) {
      throw new JsonParseException(json, "\"" + name + "\" is not an array");
    }
    List<T> list = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      list.add(value.read());
    }
    return list;
  }

  private String text() throws IOException {
    if (!json.hasToken(JsonToken.VALUE_STRING)) {
      throw new JsonParseException(
          json, "\"%s\" where a string should be".formatted(json.getText()));
    }
    return json.getText();
  }

  /** A value as text, whatever it is. */
  private String asWritten() throws IOException {
    int start = Math.toIntExact(json.currentTokenLocation().getByteOffset());
    json.skipChildren();
    int end = Math.toIntExact(json.currentLocation().getByteOffset());
    return new String(file, start, end - start, UTF_8);
  }

  @Override
  public void close() throws IOException {
    json.close();
  }

  @FunctionalInterface
  private interface Value<T> {

    T read() throws IOException;
  }
}
