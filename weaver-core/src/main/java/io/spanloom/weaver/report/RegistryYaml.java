package io.spanloom.weaver.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.spanloom.weaver.model.AttributeDefinition;
import io.spanloom.weaver.model.SpanDefinition;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The module's spans as a registry of semantic conventions, in the format that OpenTelemetry Weaver
 * reads: a group of the attributes that are nobody else's, and a group for each span.
 *
 * <p>Keys that OpenTelemetry's own registry defines are referred to, not defined again.
 */
final class RegistryYaml {

  private static final Set<String> STANDARD =
      Set.of("session.id", "user.id", "error.type", "server.address", "server.port");

  private static final YAMLMapper MAPPER =
      new YAMLMapper(
          YAMLFactory.builder()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
              .build());

  private final ModuleReport report;
  private final List<SpanDefinition> spans;
  private final Set<String> groupIds = new HashSet<>();

  private RegistryYaml(ModuleReport report) {
    this.report = report;
    String artifact = report.blueprint().artifact();
    this.spans =
        report.blueprint().nodes().stream()
            .filter(node -> node.artifact().equals(artifact))
            .flatMap(node -> Stream.ofNullable(node.span()))
            .toList();
  }

  static String render(ModuleReport report) {
    try {
      return MAPPER.writeValueAsString(new RegistryYaml(report).registry());
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private ObjectNode registry() {
    ObjectNode registry = JsonNodeFactory.instance.objectNode();
    ArrayNode groups = registry.putArray("groups");
    Map<String, ObjectNode> own = ownAttributes();
    if (!own.isEmpty()) {
      ObjectNode group = groups.addObject();
      group.put("id", groupId("registry"));
      group.put("type", "attribute_group");
      group.put("brief", text("Attributes of " + report.artifactId() + "."));
      group.putArray("attributes").addAll(own.values());
    }
    spans.forEach(span -> write(span, groups.addObject()));
    return registry;
  }

  /** What no registry of OpenTelemetry's defines, by key. */
  private Map<String, ObjectNode> ownAttributes() {
    Map<String, ObjectNode> own = new TreeMap<>();
    for (SpanDefinition span : spans) {
      for (AttributeDefinition attribute : span.attributes()) {
        if (!isStandard(attribute.key())) {
          own.merge(attribute.key(), definition(attribute), RegistryYaml::merged);
        }
      }
    }
    return own;
  }

  private static boolean isStandard(String key) {
    return key.startsWith("gen_ai.") || STANDARD.contains(key);
  }

  private static ObjectNode definition(AttributeDefinition attribute) {
    ObjectNode definition = JsonNodeFactory.instance.objectNode();
    definition.put("id", attribute.key());
    definition.put("type", attribute.type().replace("long", "int"));
    definition.put("stability", "development");
    definition.put("brief", text("From " + Words.source(attribute) + "."));
    if (attribute.value() != null) {
      definition.putArray("examples").add(text(attribute.value()));
    }
    return definition;
  }

  /** A key has one definition; where spans disagree on its type, readers must be ready for any. */
  private static ObjectNode merged(ObjectNode one, ObjectNode other) {
    if (!one.get("type").equals(other.get("type"))) {
      one.put("type", "any");
    }
    String brief = one.get("brief").asText();
    String more = other.get("brief").asText().substring("From ".length());
    if (!brief.contains(more)) {
      one.put("brief", brief.substring(0, brief.length() - 1) + "; " + more);
    }
    return one;
  }

  private void write(SpanDefinition span, ObjectNode group) {
    group.put("id", groupId("span", span.spanName()));
    group.put("type", "span");
    group.put("span_kind", span.otelKind().toLowerCase(Locale.ROOT));
    group.put("stability", "development");
    group.put("brief", text(brief(span)));
    group.put("note", text("Span name: " + span.spanName()));
    ArrayNode attributes = group.putArray("attributes");
    for (AttributeDefinition attribute : span.attributes()) {
      ObjectNode reference = attributes.addObject().put("ref", attribute.key());
      String requirement = attribute.requirement();
      reference.put("requirement_level", requirement == null ? "recommended" : requirement);
      if (attribute.content()) {
        reference.put("note", "Content: recorded only where spanloom.content allows it.");
      }
    }
    group
        .putObject("annotations")
        .putObject("spanloom")
        .put("kind", span.kind())
        .put("method", span.className() + "." + span.signature());
  }

  private static String brief(SpanDefinition span) {
    return span.description() == null || span.description().isBlank()
        ? "A call of " + span.signature() + "."
        : span.description();
  }

  /** On one line: readers of YAML differ in which line separators they know. */
  private static String text(String text) {
    return text.strip().replaceAll("[\\s\\p{Cntrl}\\x85\\u2028\\u2029]+", " ");
  }

  /** An identifier of letters, digits, underscores and dots that no other group has. */
  private String groupId(String type, String... names) {
    StringBuilder id = new StringBuilder(type).append('.').append(word(report.artifactId()));
    for (String name : names) {
      id.append('.').append(word(name));
    }
    String unique = id.toString();
    for (int i = 2; !groupIds.add(unique); i++) {
      unique = id + "_" + i;
    }
    return unique;
  }

  private static String word(String name) {
    String word = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    return word.replaceAll("^_|_$", "");
  }
}
