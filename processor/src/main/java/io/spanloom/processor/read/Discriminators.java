package io.spanloom.processor.read;

import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/**
 * Finds the property that names an object's class among its siblings. There is one only where
 * Jackson's annotations say so; a property that no mapper reads would be an invention.
 */
final class Discriminators {

  private static final String JACKSON = "com.fasterxml.jackson.annotation.";

  /** Jackson's own names for the property, where the annotation has none. */
  private static final String DEFAULT_PROPERTY = "@type";

  private final Hierarchy hierarchy;

  Discriminators(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  /** A property with one possible value. */
  record Discriminator(String property, String value) {}

  /** The discriminator of a class; null if it has none. */
  @Nullable Discriminator of(DeclaredType type) {
    for (DeclaredType ancestor : hierarchy.allOf(type)) {
      AnnotationMirror info =
          ForeignAnnotations.find(ancestor.asElement(), JACKSON + "JsonTypeInfo");
      if (info != null) {
        return isNamedProperty(info) ? discriminator(info, ancestor, type) : null;
      }
    }
    return null;
  }

  private static boolean isNamedProperty(AnnotationMirror info) {
    String include = Annotations.text(info, "include");
    return Annotations.text(info, "use").equals("NAME")
        && (include.isEmpty() || include.equals("PROPERTY") || include.equals("EXISTING_PROPERTY"));
  }

  private static @Nullable Discriminator discriminator(
      AnnotationMirror info, DeclaredType parent, DeclaredType type) {
    String property = Annotations.text(info, "property");
    String value = nameOf(type, parent);
    return value == null
        ? null
        : new Discriminator(property.isEmpty() ? DEFAULT_PROPERTY : property, value);
  }

  private static @Nullable String nameOf(DeclaredType type, DeclaredType parent) {
    AnnotationMirror own = ForeignAnnotations.find(type.asElement(), JACKSON + "JsonTypeName");
    if (own != null && !Annotations.text(own, "value").isEmpty()) {
      return Annotations.text(own, "value");
    }
    AnnotationMirror list = ForeignAnnotations.find(parent.asElement(), JACKSON + "JsonSubTypes");
    AnnotationValue value = list == null ? null : Annotations.written(list, "value");
    if (value == null) {
      return null;
    }
    List<?> items = value.getValue() instanceof List<?> several ? several : List.of(value);
    for (Object item : items) {
      if (item instanceof AnnotationValue nested
          && nested.getValue() instanceof AnnotationMirror subtype
          && isOf(subtype, type)) {
        String name = Annotations.text(subtype, "name");
        return name.isEmpty() ? null : name;
      }
    }
    return null;
  }

  private static boolean isOf(AnnotationMirror subtype, DeclaredType type) {
    AnnotationValue value = Annotations.written(subtype, "value");
    return value != null
        && value.getValue() instanceof DeclaredType named
        && ((TypeElement) named.asElement()).equals(type.asElement());
  }
}
