package com.acme;

import javax.annotation.processing.Generated;

/** What a model is told of the tools of {@code ResearchAgent}. */
@Generated(
    value = "io.spanloom.processor.SpanloomProcessor",
    comments = "from com.acme.ResearchAgent in ResearchAgent.java")
public final class ResearchAgent_Tools {
  /** The name of {@code ResearchAgent.search(String, String, int)}. */
  public static final String CASE_SEARCH_NAME = "case_search";

  /** What {@code ResearchAgent.search(String, String, int)} does. */
  public static final String CASE_SEARCH_DESCRIPTION =
      "Searches case law, e.g. decisions of courts.";

  /** The arguments of {@code ResearchAgent.search(String, String, int)}, as JSON Schema 2020-12. */
  public static final String CASE_SEARCH_SCHEMA =
      """
      {"type":"object",\
      "properties":{"query":{"type":"string","description":"what to look for"},\
      "topK":{"type":"integer","minimum":-2147483648,"maximum":2147483647}},\
      "required":["query","topK"],"additionalProperties":false}\
      """;

  private ResearchAgent_Tools() {
  }
}
