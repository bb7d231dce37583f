package io.spanloom.weaver.blueprint;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in the tree that a blueprint unfolds to.
 *
 * @param node the span there
 * @param edge what leads to it; null at a root
 * @param shown whether its children follow
 * @param children the spans that can be below it, if they are unfolded here
 */
public record Branch(SpanNode node, @Nullable SpanEdge edge, Shown shown, List<Branch> children) {

  public Branch {
    children = List.copyOf(children);
  }

  /** Whether the children of a span are unfolded. */
  public enum Shown {
    /** They follow. */
    HERE,
    /** They follow where the span comes up first. */
    ELSEWHERE,
    /** The span is above itself: a cycle. */
    ABOVE
  }
}
