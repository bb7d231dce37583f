package io.spanloom.processor.read;

import io.spanloom.processor.model.Option;
import io.spanloom.processor.model.SpanDefinition.SpanMark;
import io.spanloom.processor.model.SpanRole;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/**
 * Reads the annotations that make a method open a span: Spanloom's own, and those by which other
 * libraries know a tool. Where a method carries both, Spanloom's are in force; what its {@code
 * Tool} leaves open, the other one says, because the model gets that.
 */
final class SpanMarks {

  private final SourcePlaces places;
  private final List<String> toolAnnotations;

  /**
   * Makes a reader.
   *
   * @param toolAnnotations the annotations of other libraries that make a method a tool
   */
  SpanMarks(SourcePlaces places, List<String> toolAnnotations) {
    this.places = places;
    this.toolAnnotations = toolAnnotations;
  }

  boolean openSpan(ExecutableElement method) {
    return !own(method).isEmpty() || foreign(method) != null;
  }

  /** The annotations of a method, the first one being in force. */
  List<SpanMark> of(ExecutableElement method) {
    List<SpanMark> marks = new ArrayList<>();
    for (AnnotationMirror annotation : own(method)) {
      roleOf(annotation).ifPresent(role -> marks.add(mark(method, annotation, role)));
    }
    AnnotationMirror foreign = foreign(method);
    if (marks.isEmpty() && foreign != null) {
      marks.add(mark(method, foreign, SpanRole.TOOL));
    }
    return marks;
  }

  /** The name that the annotation in force gives to the span: by default the method's. */
  String name(ExecutableElement method) {
    List<AnnotationMirror> own = own(method);
    String written = own.isEmpty() ? "" : Annotations.text(own.get(0), "value");
    AnnotationMirror tool = foreignOfTool(method, own);
    if (written.isBlank() && tool != null) {
      written = ForeignTool.name(tool);
    }
    return written.isBlank() ? method.getSimpleName().toString() : written;
  }

  /** What else the annotation in force says, without what it leaves open. */
  Map<Option, String> options(ExecutableElement method) {
    Map<Option, String> options = new EnumMap<>(Option.class);
    List<AnnotationMirror> own = own(method);
    if (!own.isEmpty()) {
      for (Option option : Option.values()) {
        put(options, option, Annotations.text(own.get(0), option.member()));
      }
    }
    AnnotationMirror tool = foreignOfTool(method, own);
    if (tool != null && !options.containsKey(Option.DESCRIPTION)) {
      put(options, Option.DESCRIPTION, ForeignTool.description(tool));
    }
    return options;
  }

  private static void put(Map<Option, String> options, Option option, String text) {
    if (!text.isBlank()) {
      options.put(option, text);
    }
  }

  /** Another library's annotation on what is a tool for Spanloom too. */
  private @Nullable AnnotationMirror foreignOfTool(
      ExecutableElement method, List<AnnotationMirror> own) {
    boolean tool = own.isEmpty() || roleOf(own.get(0)).orElseThrow() == SpanRole.TOOL;
    return tool ? foreign(method) : null;
  }

  private static List<AnnotationMirror> own(ExecutableElement method) {
    List<AnnotationMirror> marks = new ArrayList<>();
    for (AnnotationMirror annotation : method.getAnnotationMirrors()) {
      if (roleOf(annotation).isPresent()) {
        marks.add(annotation);
      }
    }
    return marks;
  }

  private @Nullable AnnotationMirror foreign(ExecutableElement method) {
    for (AnnotationMirror annotation : method.getAnnotationMirrors()) {
      if (toolAnnotations.contains(Annotations.qualifiedName(annotation))) {
        return annotation;
      }
    }
    return null;
  }

  private SpanMark mark(ExecutableElement method, AnnotationMirror annotation, SpanRole role) {
    return new SpanMark(role, Annotations.qualifiedName(annotation), places.of(method, annotation));
  }

  private static Optional<SpanRole> roleOf(AnnotationMirror annotation) {
    return SpanRole.ofAnnotation(Annotations.qualifiedName(annotation));
  }
}
