package io.spanloom.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.TypeSpec;
import io.spanloom.processor.model.TracedClass;

/** Marks classes as generated, by what and from what. */
final class GeneratedMark {

  private static final String PROCESSOR = "io.spanloom.processor.SpanloomProcessor";

  private GeneratedMark() {}

  /**
   * Adds the annotation where the class's module can see it. A date would spoil reproducibility.
   */
  static void add(TypeSpec.Builder generated, TracedClass from) {
    if (!from.generatedVisible()) {
      return;
    }
    generated.addAnnotation(
        AnnotationSpec.builder(RuntimeNames.GENERATED)
            .addMember("value", "$S", PROCESSOR)
            .addMember("comments", "$S", "from " + from.name().canonicalName() + file(from))
            .build());
  }

  private static String file(TracedClass from) {
    return from.spans().stream()
        .map(span -> span.source().file())
        .filter(file -> !file.isEmpty())
        .findFirst()
        .map(file -> " in " + file)
        .orElse("");
  }
}
