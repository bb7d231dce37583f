package io.spanloom.processor.model;

import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.OpenInference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A traced method and the span it opens.
 *
 * @param annotations the span annotations on it, the first one being in force
 * @param name the span's own name: the annotation's value or the method's name
 * @param options the annotation's other members, without empty ones
 * @param javadocSummary the first sentence of its Javadoc; null without any
 * @param toolSchema the schema of a tool's arguments; null for other spans, and for a method that
 *     runs any tool
 * @param objects what JSON says of the program's own objects that it takes and returns
 * @param unreadResult says that no adapter reads a model's response; null if one does, or may
 * @param unobservedResult tells that the span ends before the work does; null if it does not
 * @param obstacle why it cannot be woven; null if it can
 * @param overridden the traced method whose implementations include this one; null for none
 * @param suppressions the lint categories that code using its types sets off
 */
public record SpanDefinition(
    MethodId method,
    List<SpanMark> annotations,
    String name,
    Map<Option, String> options,
    @Nullable String javadocSummary,
    List<Parameter> parameters,
    @Nullable ToolSchema toolSchema,
    Result result,
    List<Capture> captures,
    List<ObjectForm> objects,
    @Nullable UnreadResult unreadResult,
    @Nullable UnobservedResult unobservedResult,
    @Nullable Obstacle obstacle,
    @Nullable String overridden,
    Set<String> suppressions,
    SourcePlace source,
    Origin origin) {

  public SpanDefinition {
    annotations = List.copyOf(annotations);
    options = Map.copyOf(options);
    parameters = List.copyOf(parameters);
    captures = List.copyOf(captures);
    objects = List.copyOf(objects);
    suppressions = Set.copyOf(suppressions);
  }

  private static final Set<String> QUERY_NAMES = Set.of("query", "question");

  /**
   * A span annotation and where it stands.
   *
   * @param annotation its qualified name, which is another library's where that names a tool
   */
  public record SpanMark(SpanRole role, String annotation, Origin origin) {}

  /** Why a method cannot be woven. */
  public enum Obstacle {
    ANNOTATION_MEMBER,
    NATIVE,
    /** Kotlin's compiler gives such a function a continuation for its last parameter. */
    SUSPEND
  }

  public SpanRole role() {
    return annotations.get(0).role();
  }

  /** The qualified name of the annotation in force. */
  public String annotation() {
    return annotations.get(0).annotation();
  }

  /** The value of an option, or the empty string. */
  public String option(Option option) {
    return options.getOrDefault(option, "");
  }

  public Stream<Capture> captures(ParameterRole role) {
    return captures.stream().filter(capture -> capture.role() == role);
  }

  /** All captures, those of documents' parts included. */
  public Stream<Capture> allCaptures() {
    return captures.stream().flatMap(Capture::andMembers);
  }

  /**
   * The part of the input that documents are searched or ranked by; empty if it is told, or cannot
   * be told from the others.
   */
  public String query() {
    boolean searches = role() == SpanRole.RETRIEVAL || role() == SpanRole.RERANK;
    if (!searches
        || sets(GenAi.RETRIEVAL_QUERY_TEXT)
        || sets(OpenInference.RERANKER_QUERY)
        || sets(OpenInference.INPUT_VALUE)) {
      return "";
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      if (parameter.type().isString() && (parameter.input() || isInput(i))) {
        texts.add(parameter.name());
      }
    }
    return texts.size() == 1
        ? texts.get(0)
        : texts.stream().filter(QUERY_NAMES::contains).findFirst().orElse("");
  }

  private boolean isInput(int parameter) {
    return captures(ParameterRole.INPUT)
        .anyMatch(capture -> capture.parameter() == parameter && capture.path().isEmpty());
  }

  /** Whether an attribute with the key is captured. */
  public boolean sets(String key) {
    return captures(ParameterRole.ATTRIBUTE).anyMatch(capture -> capture.key().equals(key));
  }
}
