package io.spanloom.weaver.blueprint;

import io.spanloom.weaver.blueprint.CallGraph.Vertex;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What code leads to before the next span opens, for all methods in one pass: methods that call
 * each other in a circle lead to the same spans, and are looked at as one (Tarjan's strongly
 * connected components).
 */
final class SpansBelow {

  private final CallGraph calls;
  private final Set<MethodKey> announcing;
  private final Set<Vertex> starts = new HashSet<>();
  private final Map<Vertex, Visit> visits = new HashMap<>();
  private final Deque<Visit> path = new ArrayDeque<>();
  private final Deque<Visit> unsettled = new ArrayDeque<>();

  /**
   * Looks at nothing yet.
   *
   * @param announcing methods that make tool calls known
   */
  SpansBelow(CallGraph calls, Set<MethodKey> announcing) {
    this.calls = calls;
    this.announcing = announcing;
  }

  /**
   * What some code leads to.
   *
   * @param spans the traced methods, in the order of the code
   * @param announces whether tool calls are made known on the way
   */
  record Below(Set<MethodKey> spans, boolean announces) {

    private static final Below NOTHING = new Below(Set.of(), false);
  }

  /** What a traced method leads to. */
  Below of(MethodKey span) {
    Vertex start = calls.vertex(span);
    if (start == null) {
      return Below.NOTHING;
    }
    starts.add(start);
    start.callees().forEach(this::settle);
    Gathering gathering = new Gathering(null);
    gathering.add(start);
    return gathering.below();
  }

  /** The traced methods asked for, and all code that they lead to. */
  Set<Vertex> passed() {
    Set<Vertex> passed = new HashSet<>(visits.keySet());
    passed.addAll(starts);
    return passed;
  }

  /** Goes down from a method until all that it leads to is known. */
  private void settle(Vertex start) {
    if (start.isTraced() || visits.containsKey(start)) {
      return;
    }
    enter(start);
    while (!path.isEmpty()) {
      Visit visit = path.peek();
      if (!visit.toFollow.hasNext()) {
        leave(path.pop());
        continue;
      }
      Vertex callee = visit.toFollow.next();
      Visit calleeVisit = callee.isTraced() ? null : visits.get(callee);
      if (calleeVisit == null && !callee.isTraced()) {
        enter(callee);
      } else if (calleeVisit != null && calleeVisit.below == null) {
        visit.lowest = Math.min(visit.lowest, calleeVisit.number);
      }
    }
  }

  private void enter(Vertex method) {
    Visit visit = new Visit(method, visits.size());
    visits.put(method, visit);
    path.push(visit);
    unsettled.push(visit);
  }

  private void leave(Visit visit) {
    Visit caller = path.peek();
    if (caller != null) {
      caller.lowest = Math.min(caller.lowest, visit.lowest);
    }
    if (visit.lowest == visit.number) {
      settleCircle(visit);
    }
  }

  /** The first method of a circle is left: all of it is on top of the unsettled. */
  private void settleCircle(Visit first) {
    Set<Vertex> circle = new HashSet<>();
    List<Visit> members = new ArrayList<>();
    Visit member;
    do {
      member = unsettled.pop();
      members.add(member);
      circle.add(member.method);
    } while (member != first);
    Gathering gathering = new Gathering(circle);
    gathering.add(first.method);
    Below below = gathering.below();
    members.forEach(each -> each.below = below);
  }

  private boolean announces(Vertex method) {
    return method.key() != null && announcing.contains(method.key());
  }

  private static final class Visit {

    private final Vertex method;
    private final int number;
    private final Iterator<Vertex> toFollow;
    private int lowest;
    private @Nullable Below below;

    Visit(Vertex method, int number) {
      this.method = method;
      this.number = number;
      this.toFollow = method.callees().iterator();
      this.lowest = number;
    }
  }

  /** Puts together what one circle of methods leads to, in the order of the code. */
  private final class Gathering {

    private final @Nullable Set<Vertex> circle;
    private final Set<Vertex> seen = new HashSet<>();
    private final Set<MethodKey> spans = new LinkedHashSet<>();
    private Set<MethodKey> shared = Set.of();
    private boolean announces;

    Gathering(@Nullable Set<Vertex> circle) {
      this.circle = circle;
    }

    void add(Vertex first) {
      Deque<Vertex> open = new ArrayDeque<>();
      enter(first, open);
      while (!open.isEmpty()) {
        Vertex method = open.pop();
        if (method.isTraced() && method.key() != null) {
          spans.add(method.key());
        } else if (circle != null && circle.contains(method)) {
          enter(method, open);
        } else {
          add(visits.get(method));
        }
      }
    }

    private void enter(Vertex method, Deque<Vertex> open) {
      if (seen.add(method)) {
        announces |= announces(method);
        List<Vertex> callees = method.callees();
        for (int i = callees.size() - 1; i >= 0; i--) { // what is pushed last is followed first
          open.push(callees.get(i));
        }
      }
    }

    private void add(@Nullable Visit other) {
      if (other != null && other.below != null) {
        if (spans.isEmpty()) {
          shared = other.below.spans();
        }
        spans.addAll(other.below.spans());
        announces |= other.below.announces();
      }
    }

    /** Most methods lead to what one of those they call leads to: that is kept once. */
    Below below() {
      return new Below(shared.size() == spans.size() ? shared : spans, announces);
    }
  }
}
