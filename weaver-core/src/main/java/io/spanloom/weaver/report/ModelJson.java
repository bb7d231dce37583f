package io.spanloom.weaver.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spanloom.weaver.blueprint.Blueprint;
import io.spanloom.weaver.blueprint.Finding;
import io.spanloom.weaver.blueprint.SpanEdge;
import io.spanloom.weaver.blueprint.SpanNode;
import io.spanloom.weaver.model.AttributeDefinition;
import io.spanloom.weaver.model.JsonText;
import io.spanloom.weaver.model.SourceLocation;
import io.spanloom.weaver.model.SpanDefinition;
import org.jspecify.annotations.Nullable;

/** The report for programs; {@code docs/span-model.md} documents the format. */
final class ModelJson {

  /** Raised when a member that was there changes its meaning or goes. */
  static final int FORMAT_VERSION = 1;

  private ModelJson() {}

  static ObjectNode of(ModuleReport report) {
    Blueprint blueprint = report.blueprint();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("formatVersion", FORMAT_VERSION);
    json.putObject("module")
        .put("groupId", report.groupId())
        .put("artifactId", report.artifactId())
        .put("version", report.version());
    json.putObject("conventions")
        .put("genai", report.conventions().genai())
        .put("openinference", report.conventions().openinference());
    ArrayNode spans = json.putArray("spans");
    blueprint.nodes().forEach(node -> write(node, spans.addObject()));
    ArrayNode roots = json.putArray("roots");
    blueprint.roots().forEach(roots::add);
    ArrayNode edges = json.putArray("edges");
    blueprint.edges().forEach(edge -> write(edge, edges.addObject()));
    ArrayNode findings = json.putArray("findings");
    blueprint.findings().forEach(finding -> write(finding, findings.addObject()));
    ArrayNode gaps = json.putArray("gaps");
    blueprint.gaps().forEach(gaps::add);
    return json;
  }

  private static void write(SpanNode node, ObjectNode json) {
    json.put("id", node.id());
    json.put("artifact", node.artifact());
    json.put("spanName", node.spanName());
    json.put("kind", node.kind());
    if (node.span() != null) {
      write(node.span(), json);
    } else {
      json.put("otelKind", "INTERNAL").put("openInferenceKind", "CHAIN");
    }
    if (node.toolCallIdSource() != null) {
      json.put("toolCallId", Words.code(node.toolCallIdSource()));
    }
    json.set("source", source(node.source()));
    ArrayNode attributes = json.putArray("attributes");
    if (node.span() != null) {
      node.span().attributes().forEach(each -> write(each, attributes.addObject()));
    }
  }

  private static void write(SpanDefinition span, ObjectNode json) {
    json.put("otelKind", span.otelKind());
    putIfPresent(json, "operation", span.operation());
    json.put("openInferenceKind", span.openInferenceKind());
    putIfPresent(json, "taskKind", span.taskKind());
    putIfPresent(json, "steps", span.steps());
    putIfPresent(json, "description", span.description());
    json.put("class", span.className());
    json.put("method", span.method());
    json.put("descriptor", span.descriptor());
    json.put("signature", span.signature());
    json.put("annotation", span.annotation());
    json.put("result", span.result());
    json.put("ends", Words.end(span));
    if (span.implementations()) {
      json.put("implementations", true);
    }
    if (span.schema() != null) {
      json.set("schema", JsonText.parse(span.schema()));
    }
  }

  private static void write(AttributeDefinition attribute, ObjectNode json) {
    json.put("key", attribute.key());
    json.put("type", attribute.type());
    json.put("source", attribute.source());
    putIfPresent(json, "value", attribute.value());
    putIfPresent(json, "requirement", attribute.requirement());
    json.put("at", Words.moment(attribute));
    json.put("sensitivity", Words.sensitivity(attribute));
  }

  private static void write(SpanEdge edge, ObjectNode json) {
    json.put("parent", edge.parent()).put("child", edge.child());
    json.put("via", Words.code(edge.via()));
    if (edge.cycle()) {
      json.put("cycle", true);
    }
  }

  private static void write(Finding finding, ObjectNode json) {
    json.put("code", finding.lint().code()).put("span", finding.node());
    json.put("message", finding.message());
    if (finding.lint().isHint()) {
      json.put("hint", true);
    }
    json.set("source", source(finding.source()));
  }

  private static ObjectNode source(SourceLocation source) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("file", source.file())
        .put("line", source.line());
  }

  private static void putIfPresent(ObjectNode json, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      json.put(name, value);
    }
  }
}
