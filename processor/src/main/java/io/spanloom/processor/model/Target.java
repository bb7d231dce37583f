package io.spanloom.processor.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a path leads. */
public sealed interface Target {

  /**
   * A value that generated code can reach.
   *
   * @param type the value's type as generated code writes it
   * @param typeText the value's type as the user wrote it
   * @param attribute how the value becomes what its role needs; null if it cannot
   * @param sensitive whether the value, or one on the way to it, must not leave the process
   */
  record Value(
      List<Step> steps,
      JavaType type,
      String typeText,
      @Nullable AttributeValue attribute,
      boolean sensitive)
      implements Target {
    public Value {
      steps = List.copyOf(steps);
    }
  }

  /**
   * A segment that names nothing.
   *
   * @param segment the segment
   * @param owner the type that has no such accessor
   * @param known the names it does have
   */
  record Unknown(String segment, String owner, List<String> known) implements Target {
    public Unknown {
      known = List.copyOf(known);
    }
  }

  /** A path that is not one. */
  record Malformed(String reason) implements Target {}

  /** An index on something that has none. */
  record NotIndexed(String segment, String owner) implements Target {}

  /** A type on the way that the aspect, a class of its own in the same package, cannot see. */
  record Hidden(String type) implements Target {}
}
