package com.acme;

import javax.annotation.processing.Generated;

/** What a model is told of the tools of {@code Search}. */
@Generated(
    value = "io.spanloom.processor.SpanloomProcessor",
    comments = "from com.acme.Search in Search.java")
public final class Search_Tools {
  /** The name of {@code Search.find(Object)}. */
  public static final String FIND_NAME = "find";

  /** What {@code Search.find(Object)} does. */
  public static final String FIND_DESCRIPTION =
      "Finds what a question asks for.";

  /** The arguments of {@code Search.find(Object)}, as JSON Schema 2020-12. */
  public static final String FIND_SCHEMA =
      """
      {"type":"object","properties":{"question":{"description":"the question"}},\
      "required":["question"],"additionalProperties":false}\
      """;

  private Search_Tools() {
  }
}
