package io.spanloom.processor.model;

/** What a captured value is for. */
public enum Role {
  SESSION_ID("SessionId"),
  USER_ID("UserId"),
  TOOL_CALL_ID("ToolCallId"),
  ATTRIBUTE("Attribute"),
  INPUT("Input");

  private final String annotation;

  Role(String annotation) {
    this.annotation = annotation;
  }

  /** The simple name of the annotation that gives the role. */
  public String annotation() {
    return annotation;
  }

  /** Whether the value identifies something and so becomes a string. */
  public boolean isIdentifier() {
    return this == SESSION_ID || this == USER_ID || this == TOOL_CALL_ID;
  }
}
