package io.spanloom.processor.write;

import io.spanloom.processor.model.Capture;
import io.spanloom.processor.model.MethodId;
import io.spanloom.processor.model.ParameterRole;
import io.spanloom.processor.model.SpanDefinition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The names of an aspect's members, distinct for overloaded methods. */
final class MemberNames {

  /** Stands for the methods that carry span annotations of their own. */
  static final String ANNOTATED = "ANNOTATED_ITSELF";

  /** Stands for what JSON says of the program's own objects. */
  static final String OBJECTS = "OBJECTS";

  private final LocalNames constants = new LocalNames(Set.of(ANNOTATED, OBJECTS));
  private final LocalNames methods = new LocalNames(Set.of());
  private final ToolConstantNames tools;
  private final Map<MethodId, String> stems = new HashMap<>();
  private final Map<MethodId, String> specs = new HashMap<>();
  private final Map<MethodId, String> pointcuts = new HashMap<>();
  private final Map<Capture, String> slots = new HashMap<>();

  MemberNames(List<SpanDefinition> spans) {
    tools = new ToolConstantNames(spans);
    Map<String, Long> overloads =
        spans.stream()
            .collect(Collectors.groupingBy(span -> span.method().name(), Collectors.counting()));
    for (SpanDefinition span : spans) {
      MethodId method = span.method();
      boolean overloaded = overloads.getOrDefault(method.name(), 0L) > 1;
      String stem = overloaded ? method.name() + parameterWords(method) : method.name();
      stems.put(method, stem);
      String tool = tools.stem(method);
      specs.put(method, claimConstant(tool == null ? ConstantCase.of(stem) : tool));
    }
    for (SpanDefinition span : spans) {
      MethodId method = span.method();
      pointcuts.put(method, claimConstant(spec(method) + "_EXECUTION"));
      span.captures().stream()
          .filter(capture -> capture.role() == ParameterRole.ATTRIBUTE)
          .forEach(capture -> slots.put(capture, slotName(method, capture)));
    }
  }

  /** The names of the tools' constants, which are members of another class. */
  ToolConstantNames tools() {
    return tools;
  }

  /** The constant that describes the span. */
  String spec(MethodId method) {
    return required(specs, method);
  }

  /** The constant that holds the pointcut. */
  String pointcut(MethodId method) {
    return required(pointcuts, method);
  }

  /** The constant that stands for a captured attribute. */
  String slot(Capture capture) {
    return required(slots, capture);
  }

  /** All constants, which a variable of the same name would hide. */
  Set<String> constants() {
    Set<String> all = new HashSet<>(specs.values());
    all.addAll(pointcuts.values());
    all.add(ANNOTATED);
    all.add(OBJECTS);
    all.addAll(slots.values());
    return all;
  }

  /** A new method of the aspect, named before, after and around the traced method's name. */
  String claimMethod(String prefix, MethodId method, String suffix) {
    String stem = required(stems, method);
    return claimMethod(prefix.isEmpty() ? stem + suffix : prefix + capitalized(stem) + suffix);
  }

  /** A new method of the aspect that reads objects of a class. */
  String claimReader(String className) {
    return claimMethod("read" + className);
  }

  /** A new method of the aspect that reads documents of a class. */
  String claimDocumentReader(String className) {
    return claimMethod("read" + className + "Document");
  }

  static String capitalized(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private String slotName(MethodId method, Capture capture) {
    return claimConstant(spec(method) + "_" + ConstantCase.of(capture.key()));
  }

  private String claimMethod(String wanted) {
    return methods.claim(ConstantCase.fitting(wanted));
  }

  private String claimConstant(String wanted) {
    return constants.claim(ConstantCase.fitting(wanted));
  }

  private static String parameterWords(MethodId method) {
    return method.parameterWords().stream()
        .map(MemberNames::capitalized)
        .collect(Collectors.joining());
  }

  private static <K> String required(Map<K, String> names, K key) {
    String name = names.get(key);
    if (name == null) {
      throw new IllegalStateException("No name was given to " + key);
    }
    return name;
  }
}
