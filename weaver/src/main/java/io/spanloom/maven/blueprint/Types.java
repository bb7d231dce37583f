package io.spanloom.maven.blueprint;

import io.spanloom.maven.blueprint.ClassFacts.MethodFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which method a call can end up in, by class-hierarchy analysis. */
final class Types {

  private static final String OBJECT = "java/lang/Object";

  private final CodeBase code;
  private final Map<String, Set<String>> ancestors = new HashMap<>();
  private final Map<String, Set<String>> subtypes = new HashMap<>();
  private final Map<MethodKey, Set<MethodKey>> targets = new HashMap<>();
  private final Map<String, Set<MethodKey>> callbacks = new HashMap<>();

  Types(CodeBase code) {
    this.code = code;
    for (String name : code.classes().keySet()) {
      for (String ancestor : ancestors(name)) {
        if (!ancestor.equals(OBJECT)) {
          subtypes.computeIfAbsent(ancestor, type -> new TreeSet<>()).add(name);
        }
      }
    }
  }

  /** A type, its superclasses, and then all its interfaces. */
  Set<String> ancestors(String type) {
    Set<String> known = ancestors.get(type);
    if (known != null) {
      return known;
    }
    Set<String> found = new LinkedHashSet<>(Set.of(type));
    ClassFacts facts = code.type(type);
    if (facts != null) {
      if (facts.superclass() != null) {
        found.addAll(ancestors(facts.superclass()));
      }
      facts.interfaces().forEach(each -> found.addAll(ancestors(each)));
    }
    ancestors.put(type, found);
    return found;
  }

  /** The classes and interfaces of followed code that are of a type, itself among them. */
  Set<String> subtypes(String type) {
    return subtypes.getOrDefault(type, Set.of());
  }

  /** The method that a name means in a class: its own or an inherited one, with a body or not. */
  @Nullable MethodFacts find(String type, String signature) {
    MethodFacts withoutBody = null;
    for (String ancestor : ancestors(type)) {
      ClassFacts facts = code.type(ancestor);
      MethodFacts method = facts == null ? null : facts.methods().get(signature);
      if (method != null && !method.isAbstract()) {
        return method;
      }
      withoutBody = withoutBody == null ? method : withoutBody;
    }
    return withoutBody;
  }

  boolean isFollowed(MethodFacts method) {
    return code.classes().containsKey(method.key().owner());
  }

  /**
   * Every method of followed code that a virtual call can end up in; a method without a body if
   * there is no other.
   */
  Set<MethodKey> targets(MethodKey call) {
    Set<MethodKey> known = targets.get(call);
    if (known == null) {
      known = findTargets(call);
      targets.put(call, known);
    }
    return known;
  }

  private Set<MethodKey> findTargets(MethodKey call) {
    Set<MethodKey> found = new LinkedHashSet<>();
    MethodFacts abstractMethod = null;
    for (String type : subtypes(call.owner())) {
      ClassFacts facts = code.classes().get(type);
      if (facts == null || !facts.isConcrete()) {
        continue;
      }
      MethodFacts method = find(type, call.signature());
      if (method == null) {
        continue;
      }
      if (!isFollowed(method)) {
        // The library's own code runs, and may call what the class overrides.
        found.addAll(callbacks(type));
      } else if (!method.isAbstract()) {
        found.add(method.key());
      }
    }
    if (found.isEmpty() && code.classes().containsKey(call.owner())) {
      abstractMethod = find(call.owner(), call.signature());
      if (abstractMethod != null && isFollowed(abstractMethod)) {
        found.add(abstractMethod.key());
      }
    }
    return found;
  }

  /**
   * The methods by which a library can call an object of a class: those that override one which a
   * type outside the followed code declares.
   */
  Set<MethodKey> callbacks(String type) {
    Set<MethodKey> known = callbacks.get(type);
    if (known == null) {
      known = findCallbacks(type);
      callbacks.put(type, known);
    }
    return known;
  }

  private Set<MethodKey> findCallbacks(String type) {
    Set<MethodKey> found = new LinkedHashSet<>();
    List<ClassFacts> library = new ArrayList<>();
    for (String ancestor : ancestors(type)) {
      ClassFacts facts = code.libraryTypes().get(ancestor);
      if (facts != null) {
        library.add(facts);
      }
    }
    for (String ancestor : ancestors(type)) {
      ClassFacts facts = code.classes().get(ancestor);
      if (facts != null) {
        facts.methods().values().stream()
            .filter(method -> method.isOverridable() && !method.isAbstract())
            .filter(method -> isDeclared(method.key().signature(), library))
            .map(method -> find(type, method.key().signature()))
            .filter(method -> method != null && isFollowed(method))
            .forEach(method -> found.add(method.key()));
      }
    }
    return found;
  }

  private static boolean isDeclared(String signature, List<ClassFacts> library) {
    return library.stream()
        .anyMatch(
            type -> {
              MethodFacts method = type.methods().get(signature);
              return type.isMissing() || (method != null && method.isOverridable());
            });
  }
}
