package io.spanloom.processor.read;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * What the annotations of other libraries say of a JSON property: those that decide what an object
 * mapper reads, and those that describe a tool's parameters. Known by name, without a dependency.
 */
final class ForeignAnnotations {

  private static final String JACKSON = "com.fasterxml.jackson.annotation.";

  /** The annotation, and its member that holds a description. */
  private static final Map<String, String> DESCRIPTIONS =
      Map.of(
          JACKSON + "JsonPropertyDescription",
          "value",
          "dev.langchain4j.agent.tool.P",
          "value",
          "dev.langchain4j.model.output.structured.Description",
          "value",
          "org.springframework.ai.tool.annotation.ToolParam",
          "description");

  private static final Set<String> WITH_REQUIRED =
      Set.of("dev.langchain4j.agent.tool.P", "org.springframework.ai.tool.annotation.ToolParam");

  /** What a framework passes to a tool beside the model's arguments. */
  private static final Set<String> PROVIDED_TYPES =
      Set.of(
          "dev.langchain4j.invocation.InvocationContext",
          "dev.langchain4j.invocation.InvocationParameters",
          "org.springframework.ai.chat.model.ToolContext");

  private static final String MEMORY_ID = "dev.langchain4j.agent.tool.ToolMemoryId";

  private ForeignAnnotations() {}

  /** Whether a framework, not the model, supplies a parameter. */
  static boolean isProvided(Element parameter) {
    return find(parameter, MEMORY_ID) != null
        || PROVIDED_TYPES.contains(Hierarchy.name(parameter.asType()));
  }

  /** The name that Jackson gives to a property or an enum's constant. */
  static String name(List<? extends Element> elements, String otherwise) {
    String name = text(elements, JACKSON + "JsonProperty", "value");
    return name == null ? otherwise : name;
  }

  /** Whether Jackson leaves a property out. */
  static boolean isIgnored(List<? extends Element> elements) {
    return elements.stream()
        .map(element -> find(element, JACKSON + "JsonIgnore"))
        .anyMatch(mark -> mark != null && !isFalse(mark, "value"));
  }

  /** Whether an object is written as the value of this one accessor. */
  static boolean isWholeValue(Element accessor) {
    return find(accessor, JACKSON + "JsonValue") != null;
  }

  static @Nullable String description(List<? extends Element> elements) {
    return DESCRIPTIONS.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(annotation -> text(elements, annotation.getKey(), annotation.getValue()))
        .filter(text -> text != null)
        .findFirst()
        .orElse(null);
  }

  static boolean isOptional(List<? extends Element> elements) {
    return elements.stream()
        .flatMap(element -> element.getAnnotationMirrors().stream())
        .filter(mark -> WITH_REQUIRED.contains(Annotations.qualifiedName(mark)))
        .anyMatch(mark -> isFalse(mark, "required"));
  }

  static @Nullable AnnotationMirror find(Element element, String qualifiedName) {
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      if (Annotations.qualifiedName(annotation).equals(qualifiedName)) {
        return annotation;
      }
    }
    return null;
  }

  /** The text of a member, or the lines of one, joined; empty where it is not written. */
  static String text(AnnotationMirror mark, String member, String separator) {
    AnnotationValue written = Annotations.written(mark, member);
    if (written == null) {
      return "";
    }
    List<?> parts = written.getValue() instanceof List<?> list ? list : List.of(written);
    return parts.stream()
        .filter(AnnotationValue.class::isInstance)
        .map(part -> ((AnnotationValue) part).getValue())
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .collect(joining(separator));
  }

  private static @Nullable String text(
      List<? extends Element> elements, String annotation, String member) {
    for (Element element : elements) {
      AnnotationMirror mark = find(element, annotation);
      String text = mark == null ? "" : text(mark, member, " ");
      if (!text.isBlank()) {
        return text;
      }
    }
    return null;
  }

  private static boolean isFalse(AnnotationMirror mark, String member) {
    AnnotationValue written = Annotations.written(mark, member);
    return written != null && Boolean.FALSE.equals(written.getValue());
  }
}
