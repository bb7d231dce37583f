package io.spanloom.processor.model;

/**
 * How a value becomes an attribute.
 *
 * @param type the attribute's type
 * @param shape whether the value is one or several
 * @param conversion what happens to it, or to each of its items
 */
public record AttributeValue(AttributeType type, Shape shape, Conversion conversion) {

  /** Whether a value is one or several. */
  public enum Shape {
    SCALAR,
    /** A single text for an attribute that holds several. */
    SINGLETON,
    COLLECTION,
    /** An array of references. */
    ARRAY,
    /** An array of primitives that {@code Arrays.stream} takes. */
    STREAMABLE_ARRAY,
    /** An array of the other primitives. */
    PRIMITIVE_ARRAY
  }

  /** What happens to a value on its way into an attribute. */
  public enum Conversion {
    /** A primitive that widens by itself, or an object of the attribute's own type. */
    NONE,
    /** A primitive written as text. */
    VALUE_OF,
    /** An object that is written as text. */
    TO_STRING,
    /** An enum constant, by its name. */
    NAME,
    /** A boxed number narrower than {@code long}. */
    LONG_VALUE,
    /** A boxed number for a {@code double}. */
    DOUBLE_VALUE,
    /** A boxed {@code float}, as the number that it is written as. */
    DECIMAL_VALUE,
    /** All arguments of a tool, as a map or as JSON. */
    ARGUMENTS
  }

  public static AttributeValue scalar(AttributeType type, Conversion conversion) {
    return new AttributeValue(type, Shape.SCALAR, conversion);
  }

  /** Whether the generated code must look at the value before it can pass it on. */
  public boolean needsNonNull() {
    return shape != Shape.SCALAR
        || (conversion != Conversion.NONE && conversion != Conversion.VALUE_OF);
  }
}
