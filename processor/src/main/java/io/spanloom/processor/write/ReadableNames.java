package io.spanloom.processor.write;

import io.spanloom.processor.model.ClassId;
import io.spanloom.processor.model.MethodId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Methods as a person would name them. */
final class ReadableNames {

  private static final Pattern QUALIFIER = Pattern.compile("\\b[\\w$]+\\.(?=[\\w$])");

  private ReadableNames() {}

  /** {@code ResearchAgent.search(String, int)}. */
  static String of(ClassId owner, MethodId method) {
    List<String> parameters = new ArrayList<>();
    for (String pattern : method.parameterPatterns()) {
      parameters.add(QUALIFIER.matcher(pattern).replaceAll(""));
    }
    return owner.nestedName() + "." + method.name() + "(" + String.join(", ", parameters) + ")";
  }
}
