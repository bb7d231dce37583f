package io.spanloom.testing;

import static io.opentelemetry.api.common.AttributeKey.stringKey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.common.AttributeKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A blueprint as {@code spanloom:model} writes it: which spans there can be, and below which. */
final class BlueprintFile {

  private static final int FORMAT = 1;
  private static final Pattern UNKNOWN_PART = Pattern.compile("\\{[^}]*}");

  private static final Pattern STEP = Pattern.compile("step \\d+");
  private static final AttributeKey<String> KIND = stringKey("openinference.span.kind");
  private static final Set<String> MADE_BY_LIBRARIES =
      Set.of("LLM", "EMBEDDING", "RETRIEVER", "RERANKER", "GUARDRAIL");

  private final Map<String, Pattern> namesById;
  private final Set<List<String>> edges;
  private final Set<String> roots;

  private BlueprintFile(
      Map<String, Pattern> namesById, Set<List<String>> edges, Set<String> roots) {
    this.namesById = namesById;
    this.edges = edges;
    this.roots = roots;
  }

  /**
   * Reads a file.
   *
   * @throws AssertionError if it cannot be read
   */
  static BlueprintFile read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new AssertionError(
          "There is no blueprint at "
              + file.toAbsolutePath()
              + ". Run the goal 'model' of spanloom-maven-plugin before the tests: <execution><phase>process-classes</phase><goals><goal>weave</goal><goal>model</goal></goals></execution>");
    }
    try {
      return of(new ObjectMapper().readTree(file.toFile()), file);
    } catch (IOException unreadable) {
      throw new AssertionError("Cannot read the blueprint " + file + ": " + unreadable, unreadable);
    }
  }

  private static BlueprintFile of(JsonNode json, Path file) {
    int format = json.path("formatVersion").asInt();
    if (format != FORMAT) {
      throw new AssertionError(
          "Cannot read the blueprint "
              + file
              + ": its format is "
              + format
              + ", this version of spanloom-testing reads "
              + FORMAT
              + ". Use one version of spanloom-testing and spanloom-maven-plugin.");
    }
    Map<String, Pattern> names = new LinkedHashMap<>();
    json.path("spans")
        .forEach(span -> names.put(text(span, "id"), pattern(text(span, "spanName"))));
    Set<List<String>> edges = new LinkedHashSet<>();
    json.path("edges")
        .forEach(edge -> edges.add(List.of(text(edge, "parent"), text(edge, "child"))));
    Set<String> roots = new LinkedHashSet<>();
    json.path("roots").forEach(root -> roots.add(root.asText()));
    return new BlueprintFile(names, edges, roots);
  }

  private static String text(JsonNode json, String member) {
    return json.path(member).asText();
  }

  /** Parts of a name that are known only at run time are in braces. */
  private static Pattern pattern(String spanName) {
    StringBuilder pattern = new StringBuilder();
    var unknown = UNKNOWN_PART.matcher(spanName);
    int end = 0;
    while (unknown.find()) {
      pattern.append(Pattern.quote(spanName.substring(end, unknown.start()))).append(".*");
      end = unknown.end();
    }
    return Pattern.compile(pattern + Pattern.quote(spanName.substring(end)), Pattern.DOTALL);
  }

  /** What in the trace the blueprint does not have, each once, in a line. */
  List<String> contradictions(Trace trace) {
    Set<String> found = new LinkedHashSet<>();
    trace.roots().forEach(root -> check(root, null, found));
    return new ArrayList<>(found);
  }

  private void check(TracedSpan span, @Nullable TracedSpan parent, Set<String> found) {
    TracedSpan next = parent;
    if (span.isSpanloom() && !isMadeByLibrary(span)) {
      next = span;
      String contradiction = contradiction(span, parent);
      if (contradiction != null) {
        found.add(contradiction);
      }
    }
    for (TracedSpan child : span.children()) {
      check(child, next, found);
    }
  }

  private @Nullable String contradiction(TracedSpan span, @Nullable TracedSpan parent) {
    Set<String> ids = idsOf(span.name());
    if (ids.isEmpty()) {
      return span.name() + " is not in the blueprint";
    }
    if (parent == null) {
      boolean inOtherProcess = span.data().getParentSpanContext().isValid();
      return inOtherProcess || ids.stream().anyMatch(roots::contains)
          ? null
          : span.name() + " starts a trace; in the blueprint only " + rootNames() + " do";
    }
    Set<String> parents = idsOf(parent.name());
    boolean predicted =
        edges.stream().anyMatch(edge -> parents.contains(edge.get(0)) && ids.contains(edge.get(1)));
    return predicted || parents.isEmpty() || isToolOfFramework(span, ids)
        ? null
        : span.name() + " is below " + parent.name() + ", where the blueprint does not have it";
  }

  /** A traced client or a framework makes spans that no method of the program has. */
  private boolean isMadeByLibrary(TracedSpan span) {
    return idsOf(span.name()).isEmpty()
        && (MADE_BY_LIBRARIES.contains(kind(span)) || STEP.matcher(span.name()).matches());
  }

  /** Nothing in sight calls it, so a framework does, wherever its model asks. */
  private boolean isToolOfFramework(TracedSpan span, Set<String> ids) {
    return kind(span).equals("TOOL") && edges.stream().noneMatch(edge -> ids.contains(edge.get(1)));
  }

  private static String kind(TracedSpan span) {
    String kind = span.data().getAttributes().get(KIND);
    return kind == null ? "" : kind;
  }

  private Set<String> idsOf(String name) {
    Set<String> ids = new LinkedHashSet<>();
    namesById.forEach(
        (id, pattern) -> {
          if (pattern.matcher(name).matches()) {
            ids.add(id);
          }
        });
    return ids;
  }

  private Set<String> rootNames() {
    Set<String> names = new TreeSet<>();
    for (String root : roots) {
      Pattern pattern = namesById.get(root);
      names.add(
          pattern == null
              ? root
              : pattern.pattern().replace("\\Q", "").replace("\\E", "").replace(".*", "…"));
    }
    return names;
  }
}
