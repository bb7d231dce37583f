package io.spanloom.maven.weave;

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

  /** The tree below each root span, by the root's name. */
  static Map<String, String> read(String output) throws IOException {
    ExportedTrees exported = new ExportedTrees();
    for (String line : output.split("\n")) {
      if (line.startsWith("{\"resourceSpans\"")) {
        exported.add(new ObjectMapper().readTree(line));
      }
    }
    Map<String, String> trees = new TreeMap<>();
    for (JsonNode root : exported.below("")) {
      String name = root.path("name").asText();
      trees.merge(name, " {" + name + exported.tree(root) + "=1}", (one, another) -> one + another);
    }
    return trees;
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
            .map(child -> child.path("name").asText() + tree(child))
            .collect(groupingBy(it -> it, TreeMap::new, counting()));
    return children.isEmpty() ? "" : " " + children;
  }
}
