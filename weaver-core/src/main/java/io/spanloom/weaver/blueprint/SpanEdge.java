package io.spanloom.weaver.blueprint;

import static java.util.Objects.requireNonNull;

/**
 * One span can be the child of another.
 *
 * @param parent id of the span above
 * @param child id of the span below
 * @param via why it can
 * @param cycle whether the child, going down from the roots, is above the parent already
 */
public record SpanEdge(String parent, String child, Via via, boolean cycle) {

  public SpanEdge {
    requireNonNull(parent, "an edge lacks \"parent\"");
    requireNonNull(child, "an edge lacks \"child\"");
    requireNonNull(via, "an edge lacks \"via\"");
  }

  /** Why a span can be below another. */
  public enum Via {
    /** The code of the one can call the other. */
    CALL,
    /** A model call below the one can ask for the other, a tool. */
    REQUEST
  }
}
