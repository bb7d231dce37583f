package io.spanloom.maven.blueprint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What can run below a method before the next span opens.
 *
 * @param spans the traced methods it comes to, in the order of the code
 * @param methods the untraced methods on the way, and the one where it began
 */
record Reach(Set<MethodKey> spans, Set<MethodKey> methods) {

  /** Follows calls from a method, and stops at traced ones. */
  static Reach from(MethodKey start, CallGraph calls, Set<MethodKey> traced) {
    return from(start, calls, traced, Set.of());
  }

  /** The same, but for methods that have been followed already. */
  static Reach from(
      MethodKey start, CallGraph calls, Set<MethodKey> traced, Set<MethodKey> followed) {
    Reach reach = new Reach(new LinkedHashSet<>(), new HashSet<>(Set.of(start)));
    Deque<MethodKey> toFollow = new ArrayDeque<>();
    push(calls.callees(start), toFollow);
    while (!toFollow.isEmpty()) {
      MethodKey method = toFollow.pop();
      if (traced.contains(method)) {
        reach.spans.add(method);
      } else if (!followed.contains(method) && reach.methods.add(method)) {
        push(calls.callees(method), toFollow);
      }
    }
    return reach;
  }

  /** What is pushed last is followed first. */
  private static void push(Set<MethodKey> callees, Deque<MethodKey> toFollow) {
    List<MethodKey> backwards = new ArrayList<>(callees);
    Collections.reverse(backwards);
    backwards.forEach(toFollow::push);
  }
}
