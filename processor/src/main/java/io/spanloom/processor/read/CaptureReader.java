package io.spanloom.processor.read;

import io.spanloom.processor.model.AttributeValue;
import io.spanloom.processor.model.Capture;
import io.spanloom.processor.model.DocumentKeys;
import io.spanloom.processor.model.ParameterRole;
import io.spanloom.processor.model.SpanRole;
import io.spanloom.processor.model.Target;
import io.spanloom.processor.registry.WellKnownKeys;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads the role annotations of a method: what is captured from where. */
final class CaptureReader {

  private final SourcePlaces places;
  private final PathResolver resolver;
  private final ValueReader values;
  private final TypeReader typeReader;
  private final Sensitivity sensitivity;
  private final DocumentCaptures documents;
  private final VectorCaptures vectors;
  private final OutcomeCaptures outcomes;

  CaptureReader(
      SourcePlaces places,
      PathResolver resolver,
      ValueReader values,
      TypeReader typeReader,
      Sensitivity sensitivity,
      DocumentCaptures documents,
      VectorCaptures vectors,
      OutcomeCaptures outcomes) {
    this.places = places;
    this.resolver = resolver;
    this.values = values;
    this.typeReader = typeReader;
    this.sensitivity = sensitivity;
    this.documents = documents;
    this.vectors = vectors;
    this.outcomes = outcomes;
  }

  /** The captures from the parameters in their order, then those from the result. */
  List<Capture> read(ExecutableElement method, SpanRole spanRole, TypeMirror settledResult) {
    List<Capture> captures = new ArrayList<>(documents.read(method, spanRole, settledResult));
    captures.addAll(vectors.read(method, spanRole, settledResult));
    captures.addAll(outcomes.read(method, spanRole, settledResult));
    for (int i = 0; i < method.getParameters().size(); i++) {
      Element parameter = method.getParameters().get(i);
      for (ParameterRole role : ParameterRole.given()) {
        captures.addAll(read(parameter, spanRole, parameter.asType(), i, role));
      }
    }
    captures.addAll(read(method, spanRole, settledResult, Capture.RESULT, ParameterRole.ATTRIBUTE));
    return captures;
  }

  private List<Capture> read(
      Element element, SpanRole spanRole, TypeMirror type, int parameter, ParameterRole role) {
    boolean ofResult = parameter == Capture.RESULT;
    return Annotations.on(element, role.annotation()).stream()
        .filter(mark -> !DocumentKeys.fits(Annotations.text(mark, "key"), spanRole, ofResult))
        .map(mark -> read(element, type, parameter, role, mark))
        .toList();
  }

  private Capture read(
      Element element, TypeMirror type, int parameter, ParameterRole role, AnnotationMirror mark) {
    String key = role == ParameterRole.ATTRIBUTE ? Annotations.text(mark, "key") : "";
    String path = Annotations.text(mark, "path");
    return new Capture(
        role,
        parameter,
        key,
        path,
        target(element, type, role, key, path),
        places.of(element, mark),
        places.of(element, mark, "key"),
        places.of(element, mark, "path"));
  }

  private Target target(
      Element element, TypeMirror type, ParameterRole role, String key, String path) {
    PathResolver.Resolution resolution = resolver.resolve(type, path, role != ParameterRole.INPUT);
    TypeMirror end = resolution.end();
    if (!(resolution.target() instanceof Target.Value value) || end == null) {
      return resolution.target();
    }
    if (!typeReader.isVisible(end) && role != ParameterRole.INPUT) {
      return new Target.Hidden(TypeText.of(end));
    }
    boolean sensitive =
        value.sensitive()
            || Annotations.isPresent(element, "Sensitive")
            || (role == ParameterRole.INPUT && sensitivity.carriesSensitive(end));
    return new Target.Value(
        value.steps(), value.type(), value.typeText(), attribute(end, role, key), sensitive);
  }

  private @Nullable AttributeValue attribute(TypeMirror end, ParameterRole role, String key) {
    if (end.getKind() == TypeKind.VOID) {
      return null;
    }
    if (role.isIdentifier()) {
      return values.identifier(end);
    }
    AttributeValue natural = role == ParameterRole.ATTRIBUTE ? values.attribute(end) : null;
    return natural == null
        ? null
        : WellKnownKeys.typeOf(key)
            .map(wanted -> ValueReader.widened(natural, wanted, end))
            .orElse(natural);
  }
}
