package io.spanloom.processor.write;

import io.spanloom.processor.model.MethodId;
import io.spanloom.processor.model.SpanDefinition;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names of the constants that users' code compiles against. A tool's name decides them, so that
 * other methods and overloads do not rename them.
 *
 * <p>Where tools of one class would share a name, the first in the source keeps it and the others
 * get a suffix from their own method. The suffix follows two underscores, which no tool's name
 * leads to. A tool that joins the class may take a name over, but every name that was there is
 * still there.
 */
final class ToolConstantNames {

  private static final String SUFFIX = "__";

  private final Map<MethodId, String> stems = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  ToolConstantNames(List<SpanDefinition> spans) {
    spans.stream()
        .filter(span -> span.toolSchema() != null)
        .sorted(Comparator.comparingInt(span -> span.origin().number()))
        .forEach(tool -> stems.put(tool.method(), claim(tool)));
  }

  /** What the names of a tool's constants start with; null if it has none. */
  @Nullable String stem(MethodId method) {
    return stems.get(method);
  }

  /** What the names of a tool's constants start with. */
  String required(MethodId method) {
    String stem = stems.get(method);
    if (stem == null) {
      throw new IllegalStateException("No tool with constants: " + method);
    }
    return stem;
  }

  static String name(String stem) {
    return stem + "_NAME";
  }

  static String description(String stem) {
    return stem + "_DESCRIPTION";
  }

  static String schema(String stem) {
    return stem + "_SCHEMA";
  }

  private String claim(SpanDefinition tool) {
    MethodId method = tool.method();
    String constant = ConstantCase.of(tool.name());
    String plain = constant.isEmpty() ? "TOOL" : constant;
    String methodName = ConstantCase.of(method.name());
    Stream<String> others =
        Stream.of(
            methodName.equals(plain) ? "" : methodName,
            parameters(method),
            ConstantCase.hash(tool.name() + method.name() + method.descriptor()));
    return Stream.concat(
            Stream.of(plain), others.filter(word -> !word.isEmpty()).map((plain + SUFFIX)::concat))
        .map(ConstantCase::fitting)
        .filter(taken::add)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No free name for " + method));
  }

  private static String parameters(MethodId method) {
    String words = ConstantCase.of(String.join("_", method.parameterWords()));
    return words.isEmpty() ? "NO_PARAMETERS" : words;
  }
}
