package io.spanloom.maven.blueprint;

import io.spanloom.maven.blueprint.ClassFacts.MethodFacts;
import io.spanloom.maven.blueprint.Reference.Call;
import io.spanloom.maven.blueprint.Reference.Creation;
import io.spanloom.maven.blueprint.Reference.FunctionObject;
import io.spanloom.maven.blueprint.Reference.StaticUse;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which method can call which, as far as the code is followed. */
final class CallGraph {

  private static final String CLASS_INITIALISER = "<clinit>()V";

  private final CodeBase code;
  private final Types types;
  private final Map<MethodKey, Set<MethodKey>> callees = new HashMap<>();

  CallGraph(CodeBase code, Types types) {
    this.code = code;
    this.types = types;
  }

  /** The facts of a method of followed code; null for others. */
  @Nullable MethodFacts method(MethodKey key) {
    ClassFacts owner = code.classes().get(key.owner());
    return owner == null ? null : owner.methods().get(key.signature());
  }

  /** The methods that the code of a method can call, in the order of its code. */
  Set<MethodKey> callees(MethodKey caller) {
    Set<MethodKey> known = callees.get(caller);
    if (known == null) {
      MethodFacts method = method(caller);
      known = method == null ? Set.of() : callees(method.references());
      callees.put(caller, known);
    }
    return known;
  }

  private Set<MethodKey> callees(List<Reference> references) {
    Set<MethodKey> found = new LinkedHashSet<>();
    for (Reference reference : references) {
      if (reference instanceof Call call) {
        found.addAll(targets(call));
      } else if (reference instanceof FunctionObject made) {
        // Whoever gets it can call it, the library too: that counts as if it were called here.
        found.addAll(targets(made.body()));
      } else if (reference instanceof Creation made) {
        found.addAll(types.callbacks(made.type()));
        addInitialiser(made.type(), found);
      } else if (reference instanceof StaticUse use) {
        addInitialiser(use.type(), found);
      }
    }
    return found;
  }

  private Set<MethodKey> targets(Call call) {
    if (call.isVirtual()) {
      return types.targets(call.target());
    }
    MethodFacts method = types.find(call.target().owner(), call.target().signature());
    return method == null || !types.isFollowed(method) ? Set.of() : Set.of(method.key());
  }

  private void addInitialiser(String type, Set<MethodKey> found) {
    MethodKey initialiser = new MethodKey(type, CLASS_INITIALISER);
    if (method(initialiser) != null) {
      found.add(initialiser);
    }
  }
}
