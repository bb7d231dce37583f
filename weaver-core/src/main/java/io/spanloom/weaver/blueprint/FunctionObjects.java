package io.spanloom.weaver.blueprint;

import io.spanloom.weaver.blueprint.ClassFacts.MethodFacts;
import io.spanloom.weaver.blueprint.Reference.Creation;
import io.spanloom.weaver.blueprint.Reference.FunctionObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lambdas, method references, and objects of anonymous and local classes: code that is a value. */
final class FunctionObjects {

  private static final String OBJECT = "java/lang/Object";

  private final Types types;
  private final Map<String, Set<Made>> byType = new HashMap<>();
  private final Map<String, Set<MethodKey>> bodies = new HashMap<>();
  private final Map<MethodKey, List<Made>> byMaker = new HashMap<>();
  private final Map<MethodKey, Integer> captured = new HashMap<>();

  FunctionObjects(CodeBase code, Types types) {
    this.types = types;
    for (ClassFacts type : code.classes().values()) {
      for (MethodFacts method : type.methods().values()) {
        method.references().forEach(reference -> add(code, method.key(), reference));
      }
    }
  }

  /**
   * A place where such a value is made.
   *
   * @param type internal name of the interface or class
   * @param bodies the methods that a call of it ends up in
   */
  record Made(String type, MethodKey maker, Set<MethodKey> bodies) {}

  private void add(CodeBase code, MethodKey maker, Reference reference) {
    if (reference instanceof FunctionObject made) {
      Set<MethodKey> bodies = types.targets(made.body());
      bodies.forEach(body -> captured.merge(body, made.capturedParameters(), Math::min));
      add(new Made(made.type(), maker, bodies));
    } else if (reference instanceof Creation made) {
      ClassFacts type = code.classes().get(made.type());
      if (type != null && type.local()) {
        Set<MethodKey> bodies = new LinkedHashSet<>();
        type.methods().values().stream()
            .filter(method -> method.isOverridable() && !method.isAbstract())
            .forEach(method -> bodies.add(method.key()));
        add(new Made(made.type(), maker, bodies));
      }
    }
  }

  private void add(Made made) {
    byMaker.computeIfAbsent(made.maker(), maker -> new ArrayList<>()).add(made);
    for (String ancestor : types.ancestors(made.type())) {
      if (!ancestor.equals(OBJECT)) {
        byType.computeIfAbsent(ancestor, type -> new LinkedHashSet<>()).add(made);
      }
    }
  }

  boolean exist(String type) {
    return byType.containsKey(type);
  }

  /** All that are of a type, wherever they are made. */
  Set<Made> ofType(String type) {
    return byType.getOrDefault(type, Set.of());
  }

  /** The bodies of all that are of a type; the same set each time. */
  Set<MethodKey> bodies(String type) {
    Set<MethodKey> cached = bodies.get(type);
    if (cached == null) {
      cached = bodies(ofType(type));
      bodies.put(type, cached);
    }
    return cached;
  }

  static Set<MethodKey> bodies(Collection<Made> made) {
    Set<MethodKey> bodies = new LinkedHashSet<>();
    made.forEach(each -> bodies.addAll(each.bodies()));
    return bodies;
  }

  List<Made> madeIn(MethodKey maker) {
    return byMaker.getOrDefault(maker, List.of());
  }

  /** Whether a parameter of a lambda's body comes from whoever calls the lambda. */
  boolean isCallersValue(MethodKey body, int parameter) {
    Integer values = captured.get(body);
    return values != null && parameter >= values;
  }
}
