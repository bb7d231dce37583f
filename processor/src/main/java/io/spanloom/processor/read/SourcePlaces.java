package io.spanloom.processor.read;

import io.spanloom.processor.model.Origin;
import io.spanloom.processor.report.DiagnosticCode;
import io.spanloom.processor.report.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Numbers places in the source, and prints messages at them. */
public final class SourcePlaces implements Diagnostics.Places {

  private final Messager messager;
  private final List<Place> places = new ArrayList<>();

  public SourcePlaces(Messager messager) {
    this.messager = messager;
  }

  @Override
  public void print(DiagnosticCode.Severity severity, String message, Origin origin) {
    Place place = places.get(origin.number());
    Diagnostic.Kind kind =
        severity == DiagnosticCode.Severity.ERROR ? Diagnostic.Kind.ERROR : Diagnostic.Kind.WARNING;
    messager.printMessage(kind, message, place.element, place.annotation, place.value);
  }

  /** The place of a declaration. */
  public Origin of(Element element) {
    return add(new Place(element, null, null));
  }

  Origin of(Element element, AnnotationMirror annotation) {
    return add(new Place(element, annotation, null));
  }

  /** The place of an annotation's member, or of the annotation where the member is not written. */
  Origin of(Element element, AnnotationMirror annotation, String member) {
    return add(new Place(element, annotation, Annotations.written(annotation, member)));
  }

  private Origin add(Place place) {
    places.add(place);
    return new Origin(places.size() - 1);
  }

  private record Place(
      Element element, @Nullable AnnotationMirror annotation, @Nullable AnnotationValue value) {}
}
