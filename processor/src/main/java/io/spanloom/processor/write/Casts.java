package io.spanloom.processor.write;

import com.palantir.javapoet.CodeBlock;
import io.spanloom.processor.model.Capture;
import io.spanloom.processor.model.JavaType;
import io.spanloom.processor.model.Parameter;
import io.spanloom.processor.model.SpanDefinition;

/** Gives values that advice binds as a wider type their own type back. */
final class Casts {

  private Casts() {}

  /** Whether a capture starts from a value that needs a cast. */
  static boolean isNeeded(SpanDefinition span, Capture capture) {
    if (capture.ofResult()) {
      return !span.result().type().equals(span.result().binding());
    }
    Parameter parameter = span.parameters().get(capture.parameter());
    return !parameter.type().equals(parameter.binding());
  }

  static CodeBlock to(JavaType type, JavaType binding, String variable) {
    return type.equals(binding)
        ? CodeBlock.of("$N", variable)
        : CodeBlock.of("($T) $N", TypeNames.of(type), variable);
  }
}
