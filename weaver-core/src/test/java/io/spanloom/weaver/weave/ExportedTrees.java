package io.spanloom.weaver.weave;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Spans that a program exported as lines of OTLP JSON, as trees. */
final class ExportedTrees {

  private final List<JsonNode> spans = new ArrayList<>();

  private ExportedTrees() {}

  /** The trees that root spans are of, by the name of the root, or of the span it links to. */
  static Map<String, String> read(String output) throws IOException {
    ExportedTrees exported = new ExportedTrees();
    for (String line : output.split("\n")) {
      if (line.startsWith("{\"resourceSpans\"")) {
        exported.add(new ObjectMapper().readTree(line));
      }
    }
    Map<String, Map<String, Long>> roots = new TreeMap<>();
    for (JsonNode root : exported.below("")) {
      roots
          .computeIfAbsent(exported.owner(root), any -> new TreeMap<>())
          .merge(exported.label(root) + exported.tree(root), 1L, Long::sum);
    }
    Map<String, String> trees = new TreeMap<>();
    roots.forEach((name, each) -> trees.put(name, " " + each));
    return trees;
  }

  private String owner(JsonNode root) {
    JsonNode link = root.path("links").path(0);
    return link.isMissingNode() ? root.path("name").asText() : name(link);
  }

  /** A span's name, session and links. */
  private String label(JsonNode span) {
    StringBuilder label = new StringBuilder(span.path("name").asText());
    for (JsonNode attribute : span.path("attributes")) {
      if (attribute.path("key").asText().equals("session.id")) {
        label.append(" of ").append(attribute.path("value").path("stringValue").asText());
      }
    }
    span.path("links").forEach(link -> label.append(" linked to ").append(name(link)));
    return label.toString();
  }

  private String name(JsonNode link) {
    return spans.stream()
        .filter(span -> span.path("spanId").equals(link.path("spanId")))
        .map(span -> span.path("name").asText())
        .findFirst()
        .orElse("nothing");
  }

  private void add(JsonNode export) {
    export.findValues("spans").forEach(list -> list.forEach(spans::add));
  }

  private List<JsonNode> below(String parent) {
    return spans.stream()
        .filter(span -> span.path("parentSpanId").asText().equals(parent))
        .toList();
  }

  private String tree(JsonNode span) {
    Map<String, Long> children =
        below(span.path("spanId").asText()).stream()
            .map(child -> label(child) + tree(child))
            .collect(groupingBy(it -> it, TreeMap::new, counting()));
    return children.isEmpty() ? "" : " " + children;
  }
}
