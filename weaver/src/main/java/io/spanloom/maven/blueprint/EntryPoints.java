package io.spanloom.maven.blueprint;

import io.spanloom.maven.blueprint.ClassFacts.MethodFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the module's code begins: its untraced methods that nothing calls, among them {@code main}.
 *
 * @param called every method that some code calls
 * @param reached the traced methods that entry points come to with no span around them, each with
 *     one such entry point
 */
record EntryPoints(Set<MethodKey> called, Map<MethodKey, MethodKey> reached) {

  static EntryPoints of(CodeBase code, CallGraph calls, Map<MethodKey, Reach> traced) {
    EntryPoints entryPoints = new EntryPoints(new HashSet<>(), new HashMap<>());
    List<MethodKey> ownUntraced = new ArrayList<>();
    for (ClassFacts type : code.classes().values()) {
      for (MethodFacts method : type.methods().values()) {
        MethodKey key = method.key();
        calls.callees(key).stream()
            .filter(callee -> !callee.equals(key))
            .forEach(entryPoints.called::add);
        if (code.isOfModule(type.name()) && !traced.containsKey(key)) {
          ownUntraced.add(key);
        }
      }
    }
    entryPoints.follow(ownUntraced, calls, traced);
    return entryPoints;
  }

  /** Methods that only call each other are called by nothing either. */
  private void follow(List<MethodKey> own, CallGraph calls, Map<MethodKey, Reach> traced) {
    Set<MethodKey> followed = new HashSet<>();
    own.stream()
        .filter(method -> !called.contains(method))
        .forEach(method -> follow(method, calls, traced, followed));
    traced.values().forEach(reach -> followed.addAll(reach.methods()));
    own.forEach(method -> follow(method, calls, traced, followed));
  }

  private void follow(
      MethodKey method, CallGraph calls, Map<MethodKey, Reach> traced, Set<MethodKey> followed) {
    if (!followed.contains(method)) {
      Reach reach = Reach.from(method, calls, traced.keySet(), followed);
      reach.spans().forEach(span -> reached.putIfAbsent(span, method));
      followed.addAll(reach.methods());
    }
  }
}
