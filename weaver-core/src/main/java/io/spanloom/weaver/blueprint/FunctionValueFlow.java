package io.spanloom.weaver.blueprint;

import io.spanloom.weaver.blueprint.ClassFacts.MethodFacts;
import io.spanloom.weaver.blueprint.FunctionObjects.Made;
import io.spanloom.weaver.blueprint.Reference.Call;
import io.spanloom.weaver.blueprint.Reference.Cast;
import io.spanloom.weaver.blueprint.Reference.FieldRead;
import io.spanloom.weaver.blueprint.Reference.FieldWrite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Follows code that is a value from where it is made to where else it can be called.
 *
 * <p>A method that gets hold of such a value, from a field, a collection or a library, counts as
 * calling it. One that was handed it by its caller does not: for the caller it counts already,
 * unless a span opens in between.
 */
final class FunctionValueFlow {

  private final CodeBase code;
  private final Types types;
  private final Descriptors descriptors;
  private final FunctionObjects functions;
  private final Set<MethodKey> traced;
  private final Map<MethodKey, List<Set<MethodKey>>> callers;
  private final Map<Field, Set<MethodKey>> writers = new HashMap<>();
  private final Map<Field, Set<MethodKey>> held = new HashMap<>();
  private final Map<HandedObject, Set<MethodKey>> callbacks = new HashMap<>();

  /**
   * Prepares.
   *
   * @param callers for each method those that call it, or make a function object of it
   */
  FunctionValueFlow(
      CodeBase code,
      Types types,
      Descriptors descriptors,
      FunctionObjects functions,
      Set<MethodKey> traced,
      Map<MethodKey, List<Set<MethodKey>>> callers) {
    this.code = code;
    this.types = types;
    this.descriptors = descriptors;
    this.functions = functions;
    this.traced = traced;
    this.callers = callers;
    code.forEachMethod(this::addWrites);
  }

  /** A field, by the class that declares it. */
  private record Field(String owner, String name) {}

  /** An object of a type, handed to a library that knows it by another. */
  private record HandedObject(String type, String parameter) {}

  private void addWrites(MethodFacts method) {
    for (Reference reference : method.references()) {
      if (reference instanceof FieldWrite write && functions.exist(write.type())) {
        Field field = field(write.owner(), write.field());
        writers.computeIfAbsent(field, key -> new LinkedHashSet<>()).add(method.key());
      }
    }
  }

  /**
   * Values that a method gets hold of.
   *
   * @param type internal name of their type
   * @param bodies the methods that a call of one of them can end up in
   */
  record Obtained(String type, Set<MethodKey> bodies) {}

  /** What a method gets hold of, and can call. */
  List<Obtained> obtained(MethodFacts method) {
    List<Obtained> found = new ArrayList<>();
    for (Reference reference : method.references()) {
      addObtained(reference, found);
      if (reference instanceof Call call && !types.isFollowed(call)) {
        addCallbacks(method, call, found);
      }
    }
    List<String> parameters = descriptors.parameters(method.key().descriptor());
    for (int i = 0; i < parameters.size(); i++) {
      add(parameters.get(i), given(method, i, parameters.get(i)), found);
    }
    return found;
  }

  /** The values that an instruction gets hold of, with none of its callers knowing. */
  private void addObtained(Reference reference, List<Obtained> found) {
    if (reference instanceof FieldRead read && functions.exist(read.type())) {
      add(read.type(), held(field(read.owner(), read.field()), read.type()), found);
    } else if (reference instanceof Cast cast) {
      add(cast.type(), functions.bodies(cast.type()), found);
    } else if (reference instanceof Call call) {
      String result = descriptors.result(call.target().descriptor());
      if (functions.exist(result) && isTraced(call)) {
        add(result, functions.bodies(result), found);
      }
    }
  }

  private static void add(String type, Set<MethodKey> bodies, List<Obtained> found) {
    if (!bodies.isEmpty()) {
      found.add(new Obtained(type, bodies));
    }
  }

  private boolean isTraced(Call call) {
    return types.targets(call).stream().anyMatch(traced::contains);
  }

  /** The values of a parameter that nobody above the method's span, or in sight, has called. */
  private Set<MethodKey> given(MethodFacts method, int parameter, String type) {
    if (!functions.exist(type)) {
      return Set.of();
    }
    if (isFromLibrary(method.key(), parameter)) {
      return functions.bodies(type);
    }
    if (!traced.contains(method.key())) {
      return Set.of();
    }
    Supply supply = new Supply(type);
    forEachCaller(method.key(), supply::addFrom);
    return supply.bodies();
  }

  private boolean isFromLibrary(MethodKey method, int parameter) {
    return functions.isCallersValue(method, parameter)
        || types.callbacks(method.owner()).contains(method);
  }

  /** What a field can hold. */
  private Set<MethodKey> held(Field field, String type) {
    Set<MethodKey> cached = held.get(field);
    if (cached == null) {
      Supply supply = new Supply(type);
      supply.addFrom(field);
      cached = supply.bodies();
      held.put(field, cached);
    }
    return cached;
  }

  /** An object that a library is handed can be called by it, as far as it knows the object. */
  private void addCallbacks(MethodFacts method, Call call, List<Obtained> found) {
    for (String parameter : descriptors.parameters(call.target().descriptor())) {
      if (!types.subtypes(parameter).isEmpty()) {
        objectTypes(method).stream()
            .filter(type -> types.ancestors(type).contains(parameter))
            .forEach(type -> add(type, callbacks(new HandedObject(type, parameter)), found));
      }
    }
  }

  private Set<MethodKey> callbacks(HandedObject handed) {
    Set<MethodKey> cached = callbacks.get(handed);
    if (cached != null) {
      return cached;
    }
    Set<MethodKey> found = new LinkedHashSet<>();
    for (String subtype : types.subtypes(handed.type())) {
      ClassFacts facts = code.classes().get(subtype);
      if (facts != null && facts.isConcrete() && !facts.local()) {
        types.callbacks(subtype).stream()
            .filter(callback -> types.find(handed.parameter(), callback.signature()) != null)
            .forEach(found::add);
      }
    }
    callbacks.put(handed, found);
    return found;
  }

  /** The types of the objects that a method did not make itself. */
  private Set<String> objectTypes(MethodFacts method) {
    Set<String> found = new LinkedHashSet<>(descriptors.parameters(method.key().descriptor()));
    if (!method.isStatic()) {
      found.add(method.key().owner());
    }
    for (Reference reference : method.references()) {
      if (reference instanceof FieldRead read) {
        found.add(read.type());
      } else if (reference instanceof Cast cast) {
        found.add(cast.type());
      } else if (reference instanceof Call call
          && code.classes().containsKey(call.target().owner())) {
        found.add(descriptors.result(call.target().descriptor()));
      }
    }
    return found;
  }

  private void forEachCaller(MethodKey method, Consumer<MethodKey> action) {
    callers.getOrDefault(method, List.of()).forEach(calling -> calling.forEach(action));
  }

  /** A field can be named by a subclass of the class that declares it. */
  private Field field(String owner, String name) {
    for (String type : types.ancestors(owner)) {
      ClassFacts facts = code.classes().get(type);
      if (facts != null && facts.fields().contains(name)) {
        return new Field(type, name);
      }
    }
    return new Field(owner, name);
  }

  /** Finds the values of a type that methods can hand on: their own, and those they got. */
  private final class Supply {

    private final String type;
    private final Set<Made> found = new LinkedHashSet<>();
    private final Set<MethodKey> seen = new HashSet<>();
    private boolean any;

    Supply(String type) {
      this.type = type;
    }

    Set<MethodKey> bodies() {
      return any ? functions.bodies(type) : FunctionObjects.bodies(found);
    }

    /** If nobody in sight writes a field, it can hold anything. */
    void addFrom(Field field) {
      Set<MethodKey> writing = writers.getOrDefault(field, Set.of());
      any |= writing.isEmpty();
      writing.forEach(this::addFrom);
    }

    void addFrom(MethodKey key) {
      MethodFacts method = code.method(key);
      if (any || method == null || !seen.add(key)) {
        return;
      }
      functions.madeIn(key).stream()
          .filter(made -> types.areRelated(made.type(), type))
          .forEach(found::add);
      method.references().forEach(this::addFrom);
      List<String> parameters = descriptors.parameters(key.descriptor());
      for (int i = 0; i < parameters.size(); i++) {
        if (types.areRelated(parameters.get(i), type)) {
          any |= isFromLibrary(key, i);
          forEachCaller(key, this::addFrom);
        }
      }
    }

    private void addFrom(Reference reference) {
      if (reference instanceof FieldRead read && types.areRelated(read.type(), type)) {
        addFrom(field(read.owner(), read.field()));
      } else if (reference instanceof Cast cast && types.areRelated(cast.type(), type)) {
        any = true;
      } else if (reference instanceof Call call
          && types.areRelated(descriptors.result(call.target().descriptor()), type)) {
        types.targets(call).forEach(this::addFrom);
      }
    }
  }
}
