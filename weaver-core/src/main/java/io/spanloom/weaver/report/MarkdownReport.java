package io.spanloom.weaver.report;

import static java.util.stream.Collectors.joining;

import io.spanloom.weaver.blueprint.Blueprint;
import io.spanloom.weaver.blueprint.Branch;
import io.spanloom.weaver.blueprint.Finding;
import io.spanloom.weaver.blueprint.SpanEdge;
import io.spanloom.weaver.blueprint.SpanNode;
import io.spanloom.weaver.model.AttributeDefinition;
import io.spanloom.weaver.model.JsonText;
import io.spanloom.weaver.model.SpanDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The report for people, in a form that code hosts show: {@code SPANS.md}. */
final class MarkdownReport {

  private final ModuleReport report;
  private final Blueprint blueprint;
  private final Map<String, SpanNode> nodes = new HashMap<>();
  private final Map<String, String> anchors = new HashMap<>();
  private final StringBuilder page = new StringBuilder();

  private MarkdownReport(ModuleReport report) {
    this.report = report;
    this.blueprint = report.blueprint();
    for (SpanNode node : blueprint.nodes()) {
      nodes.put(node.id(), node);
      anchors.put(node.id(), "span-" + nodes.size());
    }
  }

  static String render(ModuleReport report) {
    MarkdownReport markdown = new MarkdownReport(report);
    markdown.heading();
    markdown.tree();
    markdown.findings();
    markdown.overview();
    markdown.blueprint.nodes().forEach(markdown::span);
    return markdown.page.toString();
  }

  private void heading() {
    line("# Spans of " + Markdown.text(report.artifactId()));
    line("");
    line("The spans that %s can produce, known from its code.".formatted(module()));
    line("Written by `mvn spanloom:model`; edits are lost.");
    line("");
    line("| convention | version |");
    line("|---|---|");
    line("| OpenTelemetry GenAI | %s |".formatted(Markdown.code(report.conventions().genai())));
    line("| OpenInference | %s |".formatted(Markdown.code(report.conventions().openinference())));
  }

  private String module() {
    return Markdown.code(
        "%s:%s:%s".formatted(report.groupId(), report.artifactId(), report.version()));
  }

  private void tree() {
    line("");
    line("## Tree");
    line("");
    if (blueprint.nodes().isEmpty()) {
      line("No method of this module is traced.");
      return;
    }
    line("Which span can be below which.");
    line("");
    StringBuilder drawing = new StringBuilder();
    blueprint.tree().forEach(root -> draw(root, "", "", drawing));
    page.append(Markdown.block("text", drawing.toString()));
    gaps();
  }

  private void draw(Branch branch, String here, String below, StringBuilder drawing) {
    Glyphs glyphs = Glyphs.UNICODE;
    drawing.append(here).append(branch.node().spanName()).append(remark(branch)).append('\n');
    for (Iterator<Branch> rest = branch.children().iterator(); rest.hasNext(); ) {
      Branch child = rest.next();
      boolean last = !rest.hasNext();
      draw(
          child,
          below + (last ? glyphs.last() : glyphs.branch()),
          below + (last ? glyphs.blank() : glyphs.trunk()),
          drawing);
    }
  }

  private String remark(Branch branch) {
    List<String> remarks = new ArrayList<>();
    if (branch.shown() == Branch.Shown.ABOVE) {
      remarks.add("above itself: a cycle");
    } else if (branch.shown() == Branch.Shown.ELSEWHERE) {
      remarks.add("continued where it first stands");
    }
    if (branch.edge() != null && branch.edge().via() == SpanEdge.Via.REQUEST) {
      remarks.add("if its model asks");
    }
    if (!branch.node().artifact().equals(blueprint.artifact())) {
      remarks.add("in " + branch.node().artifact());
    }
    return remarks.isEmpty() ? "" : "   (" + String.join("; ", remarks) + ")";
  }

  private void gaps() {
    if (!blueprint.gaps().isEmpty()) {
      line("");
      line("Something may be missing:");
      line("");
      blueprint.gaps().forEach(gap -> line("- " + Markdown.text(gap)));
    }
  }

  private void findings() {
    if (blueprint.findings().isEmpty()) {
      return;
    }
    line("");
    line("## Findings");
    line("");
    for (Finding finding : blueprint.findings()) {
      String mark = finding.lint().isHint() ? "(hint) " : "";
      line("- %s%s: %s".formatted(mark, link(finding.node()), Markdown.text(finding.message())));
    }
  }

  private void overview() {
    if (blueprint.nodes().isEmpty()) {
      return;
    }
    line("");
    line("## Spans");
    line("");
    line("| span | kind | attributes | method | source |");
    line("|---|---|---|---|---|");
    for (SpanNode node : blueprint.nodes()) {
      SpanDefinition span = node.span();
      row(
          link(node.id()),
          kind(node),
          Integer.toString(span == null ? 0 : span.attributes().size()),
          span == null ? "" : Markdown.code(span.className() + "." + span.method()),
          Markdown.text(node.source().toString()));
    }
  }

  private void span(SpanNode node) {
    line("");
    line("<a id=\"%s\"></a>".formatted(anchors.get(node.id())));
    line("");
    line("### " + Markdown.code(node.spanName()));
    line("");
    SpanDefinition span = node.span();
    if (span == null) {
      line("Opened at each model call, for the run that marks its own steps.");
      line("");
    } else if (span.description() != null) {
      line(Markdown.text(span.description()));
      line("");
    }
    properties(node);
    if (span != null) {
      attributes(span.attributes());
      schema(span.schema());
    }
  }

  private void properties(SpanNode node) {
    SpanDefinition span = node.span();
    line("| | |");
    line("|---|---|");
    row("kind", kind(node));
    if (span != null) {
      row("method", Markdown.code(span.className() + "." + span.signature()));
      row("ends", Words.end(span));
      if (span.steps() != null) {
        row("steps", "a step span at each model call");
      }
    }
    if (node.toolCallIdSource() != null) {
      row("tool call id", Markdown.text(Words.toolCallIdSource(node.toolCallIdSource())));
    }
    row("source", Markdown.text(node.source().toString()));
    if (!node.artifact().equals(blueprint.artifact())) {
      row("artifact", Markdown.code(node.artifact()));
    }
    String id = node.id();
    row("parents", links(edge -> edge.child().equals(id), SpanEdge::parent));
    row("children", links(edge -> edge.parent().equals(id), SpanEdge::child));
  }

  private String links(Predicate<SpanEdge> matching, Function<SpanEdge, String> end) {
    String links =
        blueprint.edges().stream().filter(matching).map(end).map(this::link).collect(joining(", "));
    return links.isEmpty() ? "none" : links;
  }

  private void attributes(List<AttributeDefinition> attributes) {
    if (attributes.isEmpty()) {
      return;
    }
    line("");
    line("| attribute | type | source | when | sensitivity |");
    line("|---|---|---|---|---|");
    for (AttributeDefinition attribute : attributes) {
      row(
          Markdown.code(attribute.key()),
          Markdown.code(attribute.type()),
          attribute.value() == null
              ? Markdown.text(Words.source(attribute))
              : "“" + Markdown.text(attribute.value()) + "”",
          Words.condition(attribute) + ", at the " + Words.moment(attribute),
          attribute.content() ? "**content**" : Words.sensitivity(attribute));
    }
  }

  private void schema(@Nullable String schema) {
    if (schema == null) {
      return;
    }
    line("");
    line("<details><summary>JSON Schema of the arguments</summary>");
    line("");
    page.append(Markdown.block("json", JsonText.pretty(JsonText.parse(schema))));
    line("");
    line("</details>");
  }

  private String link(String id) {
    SpanNode node = nodes.get(id);
    String name = node == null ? id : node.spanName();
    return "[%s](#%s)".formatted(Markdown.code(name), anchors.get(id));
  }

  private static String kind(SpanNode node) {
    return Markdown.text(node.span() == null ? node.kind() : TextReport.kind(node.span()));
  }

  private void row(String... cells) {
    line(Markdown.row(cells));
  }

  private void line(String line) {
    page.append(line).append('\n');
  }
}
