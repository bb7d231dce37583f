package io.spanloom.weaver.weave;

import io.spanloom.weaver.model.Signatures;
import io.spanloom.weaver.model.SpanDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/** Finds the methods of a model that no weaver could advise, before one tries. */
final class Weavability {

  private static final String ASPECT = "org.aspectj.lang.annotation.Aspect";
  private static final String REBUILD =
      "Rebuild the module with 'mvn clean process-classes'; a class that is compiled without the"
          + " Spanloom processor cannot be woven";

  private final Map<String, ParsedClass> classes;

  private Weavability(Map<String, ParsedClass> classes) {
    this.classes = classes;
  }

  static List<UntracedMethod> check(
      List<SpanDefinition> methods, Map<String, ParsedClass> classes) {
    Weavability weavability = new Weavability(classes);
    List<UntracedMethod> obstacles = new ArrayList<>();
    for (SpanDefinition span : methods) {
      UntracedMethod obstacle = weavability.check(span);
      if (obstacle != null) {
        obstacles.add(obstacle);
      }
    }
    return obstacles;
  }

  private @Nullable UntracedMethod check(SpanDefinition span) {
    ParsedClass declaring = classes.get(span.className());
    if (declaring == null) {
      return new UntracedMethod(span, "its class file is missing", REBUILD);
    }
    ParsedClass aspect = classes.get(span.aspect());
    if (aspect == null) {
      return new UntracedMethod(span, "its aspect %s is missing".formatted(span.aspect()), REBUILD);
    }
    if (!aspect.isAnnotatedWith(ASPECT)) {
      return new UntracedMethod(
          span, "%s is no aspect: it lacks @Aspect".formatted(span.aspect()), REBUILD);
    }
    return checkMethod(span, declaring);
  }

  private static @Nullable UntracedMethod checkMethod(SpanDefinition span, ParsedClass declaring) {
    MethodNode method = declaring.method(span.method(), span.descriptor());
    if (method == null) {
      return new UntracedMethod(span, noSuchMethod(span, declaring), REBUILD);
    }
    if ((method.access & Opcodes.ACC_ABSTRACT) != 0) {
      return new UntracedMethod(
          span,
          "the method is abstract and has no code to weave",
          "Annotate the methods that implement it");
    }
    if ((method.access & Opcodes.ACC_NATIVE) != 0) {
      return new UntracedMethod(
          span,
          "the method is native and has no bytecode to weave",
          "Annotate a Java method that calls it");
    }
    return null;
  }

  private static String noSuchMethod(SpanDefinition span, ParsedClass declaring) {
    String overloads =
        declaring.methods().stream()
            .filter(method -> method.name.equals(span.method()))
            .map(method -> Signatures.readable(method.name, method.desc))
            .collect(Collectors.joining(", "));
    String rest = overloads.isEmpty() ? "" : ", only " + overloads;
    return "the compiled class has no such method" + rest;
  }
}
