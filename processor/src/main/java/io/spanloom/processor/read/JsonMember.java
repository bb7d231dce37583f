package io.spanloom.processor.read;

import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A member of a class that JSON has a property for.
 *
 * @param declarations everything that declares it: component, field, accessors, parameter
 * @param javadoc what the Javadoc says of it; null if nothing
 */
record JsonMember(
    String name, TypeMirror type, List<Element> declarations, @Nullable String javadoc) {

  JsonMember {
    declarations = List.copyOf(declarations);
  }

  /** The name in JSON. */
  String jsonName() {
    return ForeignAnnotations.name(declarations, name);
  }

  /** What it means, in the words meant for a model first. */
  @Nullable String description() {
    String text = ForeignAnnotations.description(declarations);
    return text == null ? javadoc : text;
  }

  boolean isRequired() {
    return !Nullability.mayBeAbsent(declarations, type)
        && !ForeignAnnotations.isOptional(declarations);
  }
}
