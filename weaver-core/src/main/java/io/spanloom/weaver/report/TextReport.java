package io.spanloom.weaver.report;

import io.spanloom.weaver.model.AttributeDefinition;
import io.spanloom.weaver.model.Signatures;
import io.spanloom.weaver.model.SpanDefinition;
import io.spanloom.weaver.model.SpanModel;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The span model as text for a terminal: a tree of classes, their spans, what each captures. */
public final class TextReport {

  private static final String TOOL_CALL_ID = "gen_ai.tool.call.id";

  private final SpanModel model;
  private final Glyphs glyphs;
  private final StringBuilder text = new StringBuilder();
  private final int spanNameWidth;
  private final int kindWidth;
  private final int keyWidth;
  private final int typeWidth;

  private TextReport(SpanModel model, Glyphs glyphs) {
    this.model = model;
    this.glyphs = glyphs;
    this.spanNameWidth = widest(model.spans().stream(), SpanDefinition::spanName);
    this.kindWidth = widest(model.spans().stream(), TextReport::kind);
    this.keyWidth = widest(attributes(), AttributeDefinition::key);
    this.typeWidth = widest(attributes(), AttributeDefinition::type);
  }

  /**
   * Renders a model.
   *
   * @param title what the model belongs to
   * @param glyphs what to draw the tree with
   * @return lines, each ending in a line feed
   */
  public static String render(String title, SpanModel model, Glyphs glyphs) {
    TextReport report = new TextReport(model, glyphs);
    report.heading(title);
    report.byClass().forEach(report::classTree);
    report.legend();
    return report.text.toString();
  }

  private Map<String, List<SpanDefinition>> byClass() {
    return model.spans().stream()
        .collect(
            Collectors.groupingBy(SpanDefinition::className, TreeMap::new, Collectors.toList()));
  }

  private void heading(String title) {
    line(
        "Span model of %s: %s in %s"
            .formatted(
                title,
                count(model.spans().size(), "span", "spans"),
                count(byClass().size(), "class", "classes")));
    line(
        "Conventions: OpenTelemetry GenAI %s, OpenInference %s"
            .formatted(model.conventions().genai(), model.conventions().openinference()));
  }

  private static String count(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  private void classTree(String className, List<SpanDefinition> spans) {
    line("");
    line(className);
    for (Iterator<SpanDefinition> rest = spans.iterator(); rest.hasNext(); ) {
      SpanDefinition span = rest.next();
      boolean last = !rest.hasNext();
      line(
          (last ? glyphs.last() : glyphs.branch())
              + columns(span.spanName(), spanNameWidth, kind(span), kindWidth)
              + span.source());
      String indent = (last ? glyphs.blank() : glyphs.trunk()) + "  ";
      details(span).forEach(detail -> line(indent + detail));
      if (!last) {
        line(glyphs.trunk());
      }
    }
  }

  static String kind(SpanDefinition span) {
    String kind = span.taskKind() == null ? span.kind() : span.kind() + " " + span.taskKind();
    return span.otelKind().equals("INTERNAL") ? kind : kind + " " + span.otelKind();
  }

  private List<String> details(SpanDefinition span) {
    List<String> details = new ArrayList<>();
    details.add(signature(span));
    if (span.description() != null && !isAmongAttributes(span.description(), span)) {
      details.add('"' + span.description() + '"');
    }
    if (span.steps() != null) {
      details.add("opens a step span at each model call");
    }
    for (AttributeDefinition attribute : span.attributes()) {
      details.add(attribute(attribute));
    }
    return details;
  }

  private static boolean isAmongAttributes(String description, SpanDefinition span) {
    return span.attributes().stream().anyMatch(attribute -> description.equals(attribute.value()));
  }

  private String signature(SpanDefinition span) {
    String result = Signatures.readableResult(span.descriptor());
    String settles = "";
    if ("stage".equals(span.result()) || "future".equals(span.result())) {
      settles = ", ends when the result settles";
    } else if (span.replacesResult()) {
      settles = ", ends when everything is delivered";
    }
    return span.signature() + " " + glyphs.arrow() + " " + result + settles;
  }

  private String attribute(AttributeDefinition attribute) {
    String line =
        columns(attribute.key(), keyWidth, attribute.type(), typeWidth) + origin(attribute);
    return attribute.content() ? line + "  [content]" : line;
  }

  private static String origin(AttributeDefinition attribute) {
    if (attribute.value() != null) {
      return '"' + attribute.value() + '"';
    }
    return attribute.key().equals(TOOL_CALL_ID) && attribute.source().equals("session")
        ? "the pending call of the model's response"
        : attribute.source();
  }

  private void legend() {
    if (attributes().anyMatch(AttributeDefinition::content)) {
      line("");
      line("[content] is captured only when spanloom.content allows it.");
    }
  }

  private Stream<AttributeDefinition> attributes() {
    return model.spans().stream().flatMap(span -> span.attributes().stream());
  }

  private static String columns(String first, int firstWidth, String second, int secondWidth) {
    return padded(first, firstWidth) + "  " + padded(second, secondWidth) + "  ";
  }

  private static String padded(String value, int width) {
    return value + " ".repeat(width - value.length());
  }

  private static <T> int widest(Stream<T> values, Function<T, String> column) {
    ToIntFunction<T> length = value -> column.apply(value).length();
    return values.mapToInt(length).max().orElse(0);
  }

  private void line(String line) {
    text.append(line.stripTrailing()).append('\n');
  }
}
