package io.spanloom.weaver.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The usage of each span and of everything below it.
 *
 * <p>Only model calls count: agents repeat what their model calls used. A model call directly
 * around another, as where a framework's span encloses the client library's, is the same call and
 * counts once.
 */
final class Usages {

  private final List<Usage> own = new ArrayList<>();
  private final List<Usage> total;

  Usages(TraceTree tree, List<SpanRole> roles) {
    for (int row = 0; row < tree.size(); row++) {
      own.add(Usage.of(tree.span(row)));
    }
    total = new ArrayList<>(Collections.nCopies(tree.size(), Usage.NONE));
    List<Boolean> counted = counted(tree, roles);
    for (int row = tree.size() - 1; row >= 0; row--) {
      if (counted.get(row)) {
        total.set(row, total.get(row).plus(own.get(row)));
      }
      int parent = tree.parent(row);
      if (parent != TraceTree.NONE) {
        total.set(parent, total.get(parent).plus(total.get(row)));
      }
    }
  }

  /** Going down, since an outer call decides over those inside it. */
  private List<Boolean> counted(TraceTree tree, List<SpanRole> roles) {
    List<Boolean> counted = new ArrayList<>();
    List<Boolean> insideCounted = new ArrayList<>();
    for (int row = 0; row < tree.size(); row++) {
      int parent = tree.parent(row);
      boolean inside =
          parent != TraceTree.NONE
              && (counted.get(parent) || (insideCounted.get(parent) && isPart(roles.get(parent))));
      boolean counts = roles.get(row) == SpanRole.LLM && own.get(row).isKnown() && !inside;
      counted.add(counts);
      insideCounted.add(inside);
    }
    return counted;
  }

  /** A tool or an agent that runs inside a model call asks for itself. */
  private static boolean isPart(SpanRole role) {
    return role == SpanRole.LLM || role == SpanRole.OTHER;
  }

  Usage own(int row) {
    return own.get(row);
  }

  Usage total(int row) {
    return total.get(row);
  }
}
