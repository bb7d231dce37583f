package com.acme;

import javax.annotation.processing.Generated;

/** What a model is told of the tools of {@code Streaming}. */
@Generated(
    value = "io.spanloom.processor.SpanloomProcessor",
    comments = "from com.acme.Streaming in Streaming.java")
final class Streaming_Tools {
  /** The name of {@code Streaming.find(String)}. */
  public static final String FIND_NAME = "find";

  /** What {@code Streaming.find(String)} does. */
  public static final String FIND_DESCRIPTION = "Finds documents.";

  /** The arguments of {@code Streaming.find(String)}, as JSON Schema 2020-12. */
  public static final String FIND_SCHEMA =
      """
      {"type":"object","properties":{"query":{"type":"string"}},"required":["query"],\
      "additionalProperties":false}\
      """;

  /** The name of {@code Streaming.lookUp(String)}. */
  public static final String LOOK_UP_NAME = "lookUp";

  /** What {@code Streaming.lookUp(String)} does. */
  public static final String LOOK_UP_DESCRIPTION = "Looks something up.";

  /** The arguments of {@code Streaming.lookUp(String)}, as JSON Schema 2020-12. */
  public static final String LOOK_UP_SCHEMA =
      """
      {"type":"object","properties":{"key":{"type":"string"}},"required":["key"],\
      "additionalProperties":false}\
      """;

  private Streaming_Tools() {
  }
}
