package io.spanloom.processor.model;

/** The types an OpenTelemetry attribute can have. */
public enum AttributeType {
  STRING("string"),
  LONG("long"),
  DOUBLE("double"),
  BOOLEAN("boolean"),
  STRING_ARRAY("string[]"),
  LONG_ARRAY("long[]"),
  DOUBLE_ARRAY("double[]"),
  BOOLEAN_ARRAY("boolean[]");

  private final String text;

  AttributeType(String text) {
    this.text = text;
  }

  /** The name the span model and messages use. */
  public String text() {
    return text;
  }

  /** The type of a collection whose items are of this one. */
  public AttributeType arrayOf() {
    return switch (this) {
      case STRING -> STRING_ARRAY;
      case LONG -> LONG_ARRAY;
      case DOUBLE -> DOUBLE_ARRAY;
      case BOOLEAN -> BOOLEAN_ARRAY;
      default -> throw new IllegalStateException(this + " is an array already");
    };
  }
}
