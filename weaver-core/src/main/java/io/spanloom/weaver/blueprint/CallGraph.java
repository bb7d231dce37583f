package io.spanloom.weaver.blueprint;

import io.spanloom.weaver.blueprint.ClassFacts.MethodFacts;
import io.spanloom.weaver.blueprint.FunctionValueFlow.Obtained;
import io.spanloom.weaver.blueprint.Reference.Call;
import io.spanloom.weaver.blueprint.Reference.Creation;
import io.spanloom.weaver.blueprint.Reference.FunctionObject;
import io.spanloom.weaver.blueprint.Reference.StaticUse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which method can call which, as far as the code is followed. */
final class CallGraph {

  private static final String CLASS_INITIALISER = "<clinit>()V";

  /** Sets of targets larger than this are shared by those who call them. */
  private static final int FEW = 4;

  private final CodeBase code;
  private final Types types;
  private final Map<MethodKey, Vertex> methods = new HashMap<>();
  private final IdentityHashMap<Set<MethodKey>, Vertex> calledTogether = new IdentityHashMap<>();
  private final IdentityHashMap<Set<MethodKey>, Vertex> obtainedTogether = new IdentityHashMap<>();

  private CallGraph(CodeBase code, Types types, Set<MethodKey> traced) {
    this.code = code;
    this.types = types;
    code.forEachMethod(
        method ->
            methods.put(method.key(), new Vertex(method.key(), traced.contains(method.key()))));
  }

  /**
   * Finds all calls.
   *
   * @param traced the methods that open spans
   */
  static CallGraph of(CodeBase code, Types types, Descriptors descriptors, Set<MethodKey> traced) {
    CallGraph graph = new CallGraph(code, types, traced);
    code.forEachMethod(graph::addReferences);
    FunctionObjects functions = new FunctionObjects(code, types);
    FunctionValueFlow flow =
        new FunctionValueFlow(code, types, descriptors, functions, traced, graph.callers());
    code.forEachMethod(
        method -> flow.obtained(method).forEach(value -> graph.addObtained(method, value)));
    return graph;
  }

  /** A method, or several that are called together. */
  static final class Vertex {

    private final @Nullable MethodKey key;
    private final boolean traced;
    private final Set<Vertex> callees = new LinkedHashSet<>();
    private final Set<Vertex> calls = new HashSet<>();
    private List<Vertex> settled = List.of();
    private boolean called;
    private int lastWalk;

    private Vertex(@Nullable MethodKey key, boolean traced) {
      this.key = key;
      this.traced = traced;
    }

    /** The method; null if there are several. */
    @Nullable MethodKey key() {
      return key;
    }

    /** Whether it opens a span. */
    boolean isTraced() {
      return traced;
    }

    /** What its code can call, in the order of the code. */
    List<Vertex> callees() {
      if (settled.isEmpty() && !callees.isEmpty()) {
        settled = List.copyOf(callees);
      }
      return settled;
    }

    /** Whether a walk has been here. */
    boolean isSeenBy(int walk) {
      return lastWalk == walk;
    }

    /** Whether a walk comes here for the first time. */
    boolean isFirst(int walk) {
      boolean first = lastWalk != walk;
      lastWalk = walk;
      return first;
    }

    /**
     * The same with no span around: code that a method only makes or gets hold of, and that others
     * call, is taken to run there and not here. A table of tools is filled where the program
     * starts.
     */
    List<Vertex> calleesAtStart() {
      List<Vertex> found = new ArrayList<>(callees);
      found.removeIf(callee -> callee.called && !calls.contains(callee));
      return found;
    }
  }

  /** A method of followed code; null for others. */
  @Nullable Vertex vertex(MethodKey key) {
    return methods.get(key);
  }

  /** Every method that some other calls. */
  Set<MethodKey> called() {
    Set<MethodKey> called = new HashSet<>();
    vertices().forEach(caller -> caller.callees.forEach(callee -> add(caller, callee, called)));
    return called;
  }

  private static void add(Vertex caller, Vertex callee, Set<MethodKey> called) {
    if (callee.key != null && callee != caller) {
      called.add(callee.key);
    }
  }

  private List<Vertex> vertices() {
    List<Vertex> all = new ArrayList<>(methods.values());
    all.addAll(calledTogether.values());
    all.addAll(obtainedTogether.values());
    return all;
  }

  private void addReferences(MethodFacts method) {
    MethodKey caller = method.key();
    for (Reference reference : method.references()) {
      if (reference instanceof Call call) {
        addCalls(caller, types.targets(call));
      } else if (reference instanceof FunctionObject made) {
        addMade(method, made.type(), types.targets(made.body()));
      } else if (reference instanceof Creation made) {
        addInitialiser(caller, made.type());
        addMade(method, made.type(), types.callbacks(made.type()));
      } else if (reference instanceof StaticUse use) {
        addInitialiser(caller, use.type());
      }
    }
  }

  /** Whoever gets it can call it, the library too: that counts as if it were called here. */
  private void addMade(MethodFacts maker, String type, Set<MethodKey> bodies) {
    if (types.isUsed(type, maker)) {
      addCalls(maker.key(), bodies);
    } else {
      bodies.forEach(body -> vertexOf(maker.key()).callees.add(vertexOf(body)));
    }
  }

  private void addCalls(MethodKey caller, Set<MethodKey> targets) {
    Vertex calling = vertexOf(caller);
    for (Vertex target : together(targets, calledTogether, true)) {
      calling.callees.add(target);
      calling.calls.add(target);
    }
  }

  private void addObtained(MethodFacts method, Obtained value) {
    if (types.isUsed(value.type(), method)) {
      addCalls(method.key(), value.bodies());
    } else {
      vertexOf(method.key()).callees.addAll(together(value.bodies(), obtainedTogether, false));
    }
  }

  private Collection<Vertex> together(
      Set<MethodKey> targets, IdentityHashMap<Set<MethodKey>, Vertex> cache, boolean sure) {
    if (targets.size() <= FEW) {
      return members(targets, sure);
    }
    Vertex all = cache.get(targets);
    if (all == null) {
      all = new Vertex(null, false);
      all.callees.addAll(members(targets, sure));
      if (sure) {
        all.calls.addAll(all.callees);
      }
      cache.put(targets, all);
    }
    return Set.of(all);
  }

  private List<Vertex> members(Set<MethodKey> targets, boolean sure) {
    List<Vertex> members = new ArrayList<>();
    for (MethodKey target : targets) {
      Vertex member = vertexOf(target);
      member.called |= sure;
      members.add(member);
    }
    return members;
  }

  private void addInitialiser(MethodKey caller, String type) {
    MethodKey initialiser = new MethodKey(type, CLASS_INITIALISER);
    if (code.method(initialiser) != null && !caller.equals(initialiser)) {
      addCalls(caller, Set.of(initialiser));
    }
  }

  private Vertex vertexOf(MethodKey key) {
    Vertex vertex = methods.get(key);
    if (vertex == null) {
      throw new IllegalArgumentException("Not followed: " + key);
    }
    return vertex;
  }

  /** For each method those that call it, directly or among others: sets that are shared. */
  private Map<MethodKey, List<Set<MethodKey>>> callers() {
    Map<Vertex, Set<MethodKey>> direct = new HashMap<>();
    for (Vertex caller : methods.values()) {
      for (Vertex callee : caller.callees) {
        direct.computeIfAbsent(callee, key -> new LinkedHashSet<>()).add(caller.key);
      }
    }
    Map<MethodKey, List<Set<MethodKey>>> callers = new HashMap<>();
    direct.forEach(
        (callee, calling) -> {
          Collection<Vertex> called = callee.key == null ? callee.callees : List.of(callee);
          called.forEach(
              each -> callers.computeIfAbsent(each.key, key -> new ArrayList<>()).add(calling));
        });
    return callers;
  }
}
