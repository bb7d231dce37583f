package io.spanloom.processor.read;

import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Knows which warnings the source switches off, by {@code @SuppressWarnings}. */
final class Suppressions {

  /** Stands for every warning of this processor. */
  private static final String ALL = "spanloom";

  private Suppressions() {}

  /** Whether a warning is switched off on an element or on what encloses it. */
  static boolean cover(@Nullable Element element, String code) {
    for (Element each = element; each != null; each = each.getEnclosingElement()) {
      AnnotationMirror mark = ForeignAnnotations.find(each, "java.lang.SuppressWarnings");
      AnnotationValue written = mark == null ? null : Annotations.written(mark, "value");
      if (written != null && (names(written, ALL) || names(written, code))) {
        return true;
      }
    }
    return false;
  }

  private static boolean names(AnnotationValue written, String category) {
    return written.getValue() instanceof List<?> items
        && items.stream()
            .anyMatch(
                item -> item instanceof AnnotationValue value && category.equals(value.getValue()));
  }
}
