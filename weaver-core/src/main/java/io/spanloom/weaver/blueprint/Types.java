package io.spanloom.weaver.blueprint;

import io.spanloom.weaver.blueprint.ClassFacts.MethodFacts;
import io.spanloom.weaver.blueprint.Reference.Call;
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
  private final Descriptors descriptors;
  private final Map<String, Set<String>> ancestors = new HashMap<>();
  private final Map<String, Set<String>> subtypes = new HashMap<>();
  private final Map<MethodKey, Set<MethodKey>> targets = new HashMap<>();
  private final Map<String, Set<MethodKey>> callbacks = new HashMap<>();

  Types(CodeBase code, Descriptors descriptors) {
    this.code = code;
    this.descriptors = descriptors;
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
    Set<String> cached = ancestors.get(type);
    if (cached != null) {
      return cached;
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

  /** Whether a method calls an object of a type, or hands one to the library. */
  boolean isUsed(String type, MethodFacts method) {
    Set<String> ancestors = ancestors(type);
    for (Reference reference : method.references()) {
      if (reference instanceof Call call
          && (isOn(ancestors, call) || isHandedTo(ancestors, call))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOn(Set<String> types, Call call) {
    String owner = call.target().owner();
    return call.isVirtual() && !owner.equals(OBJECT) && types.contains(owner);
  }

  private boolean isHandedTo(Set<String> types, Call call) {
    return descriptors.parameters(call.target().descriptor()).stream()
            .anyMatch(each -> !each.equals(OBJECT) && types.contains(each))
        && !isFollowed(call);
  }

  /** Whether the code that a call means is followed; that of a library is not. */
  boolean isFollowed(Call call) {
    MethodFacts method = find(call.target().owner(), call.target().signature());
    return method != null && isFollowed(method);
  }

  /** Whether an object of the one type can be one of the other. */
  boolean areRelated(String one, String other) {
    return ancestors(one).contains(other) || ancestors(other).contains(one);
  }

  /**
   * Every method of followed code that a call can end up in; a method without a body if there is no
   * other.
   */
  Set<MethodKey> targets(Call call) {
    MethodKey target = call.target();
    if (call.isVirtual()) {
      return remembered(target);
    }
    MethodFacts method = find(target.owner(), target.signature());
    return method == null || !isFollowed(method) ? Set.of() : Set.of(method.key());
  }

  private Set<MethodKey> remembered(MethodKey call) {
    Set<MethodKey> cached = targets.get(call);
    if (cached == null) {
      cached = overriding(call);
      targets.put(call, cached);
    }
    return cached;
  }

  private Set<MethodKey> overriding(MethodKey call) {
    Set<MethodKey> found = new LinkedHashSet<>();
    boolean followed = code.classes().containsKey(call.owner());
    for (String type : subtypes(call.owner())) {
      ClassFacts facts = code.classes().get(type);
      // What a library's interface is made of on the spot is followed as a value.
      if (facts != null && facts.isConcrete() && (followed || !facts.local())) {
        addTargets(type, call.signature(), found);
      }
    }
    MethodFacts itself = found.isEmpty() && followed ? find(call.owner(), call.signature()) : null;
    if (itself != null && isFollowed(itself)) {
      found.add(itself.key());
    }
    return found;
  }

  private void addTargets(String type, String signature, Set<MethodKey> found) {
    MethodFacts method = find(type, signature);
    if (method == null) {
      return;
    }
    if (!isFollowed(method)) {
      // The library's own code runs, and may call what the class overrides.
      found.addAll(callbacks(type));
    } else if (!method.isAbstract()) {
      found.add(method.key());
    }
  }

  /**
   * The methods by which a library can call an object of a class: those that override one which a
   * type outside the followed code declares.
   */
  Set<MethodKey> callbacks(String type) {
    Set<MethodKey> cached = callbacks.get(type);
    if (cached == null) {
      cached = findCallbacks(type);
      callbacks.put(type, cached);
    }
    return cached;
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
