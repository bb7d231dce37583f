package io.spanloom.weaver.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;

/**
 * The spans that a module's classes will emit, as the annotation processor found them.
 *
 * @param formatVersion version of the file format
 * @param conventions versions of the semantic conventions that the attributes follow
 * @param toolAnnotations the annotations of other libraries that make a method a tool here
 * @param spans one entry per traced method, sorted by class, method and descriptor
 */
public record SpanModel(
    int formatVersion,
    Conventions conventions,
    List<String> toolAnnotations,
    List<SpanDefinition> spans) {

  /** Those that make tools where a module names no others, as the annotation processor has them. */
  public static final List<String> KNOWN_TOOL_ANNOTATIONS =
      List.of("dev.langchain4j.agent.tool.Tool", "org.springframework.ai.tool.annotation.Tool");

  public SpanModel {
    requireNonNull(conventions, "\"conventions\" is missing");
    toolAnnotations = List.copyOf(toolAnnotations);
    spans = List.copyOf(requireNonNull(spans, "\"spans\" is missing"));
  }

  /** The same model without the spans of some classes. */
  public SpanModel without(Set<String> classNames) {
    return new SpanModel(
        formatVersion,
        conventions,
        toolAnnotations,
        spans.stream().filter(span -> !classNames.contains(span.className())).toList());
  }

  /**
   * Versions of the semantic conventions.
   *
   * @param genai version of the OpenTelemetry GenAI conventions
   * @param openinference version of the OpenInference conventions
   */
  public record Conventions(String genai, String openinference) {

    public Conventions {
      requireNonNull(genai, "\"conventions\" lacks \"genai\"");
      requireNonNull(openinference, "\"conventions\" lacks \"openinference\"");
    }
  }
}
