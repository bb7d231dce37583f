package io.spanloom.processor.write;

import io.spanloom.processor.model.ClassId;
import io.spanloom.processor.model.MethodId;
import java.util.ArrayList;
import java.util.List;

/** Methods as a person would name them. */
final class ReadableNames {

  private ReadableNames() {}

  /** {@code ResearchAgent.search(String, int)}. */
  static String of(ClassId owner, MethodId method) {
    List<String> parameters = new ArrayList<>();
    for (String pattern : method.parameterPatterns()) {
      parameters.add(pattern.replaceAll("\\b[\\w$]+\\.(?=[\\w$])", ""));
    }
    return owner.nestedName() + "." + method.name() + "(" + String.join(", ", parameters) + ")";
  }
}
