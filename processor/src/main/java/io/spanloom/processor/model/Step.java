package io.spanloom.processor.model;

/** One step along a path, resolved by the compiler. */
public sealed interface Step {

  /** The type of the value the step leads to. */
  JavaType type();

  /**
   * A call of a method without parameters.
   *
   * @param property what the path calls it: {@code usage} for {@code getUsage()}
   */
  record Call(String method, String property, JavaType type) implements Step {}

  /** A visible field, or an array's length. */
  record Field(String name, JavaType type) implements Step {}

  /** An item of a list, absent where the list is shorter. */
  record ListItem(int index, JavaType type) implements Step {}

  /** An item of an array, absent where the array is shorter. */
  record ArrayItem(int index, JavaType type) implements Step {}

  /**
   * The value of an optional, absent where it is empty.
   *
   * @param getter {@code get}, {@code getAsInt} …
   */
  record Unwrap(String getter, JavaType type) implements Step {}
}
