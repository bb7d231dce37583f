package io.spanloom.processor.model;

import java.util.List;

/** What a captured value is for. */
public enum ParameterRole {
  SESSION_ID("SessionId"),
  USER_ID("UserId"),
  TOOL_CALL_ID("ToolCallId"),
  ATTRIBUTE("Attribute"),
  INPUT("Input"),
  /** Documents; named by an attribute's key, or found by the compiler. */
  DOCUMENTS("Attribute"),
  DOCUMENT_ID("Attribute"),
  DOCUMENT_CONTENT("Attribute"),
  DOCUMENT_SCORE("Attribute"),
  /** A map of what else is known of a document. */
  DOCUMENT_METADATA("Attribute"),
  /** One thing more that is known of a document, by its name. */
  DOCUMENT_DETAIL("Attribute"),
  /** Embeddings, found by the compiler. */
  VECTORS("Attribute");

  private static final List<ParameterRole> GIVEN =
      List.of(SESSION_ID, USER_ID, TOOL_CALL_ID, ATTRIBUTE, INPUT);

  private final String annotation;

  ParameterRole(String annotation) {
    this.annotation = annotation;
  }

  /** The roles that an annotation of their own gives. */
  public static List<ParameterRole> given() {
    return GIVEN;
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
