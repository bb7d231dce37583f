package com.acme;

import javax.annotation.processing.Generated;

/** What a model is told of the tools of {@code Assistant}. */
@Generated(
    value = "io.spanloom.processor.SpanloomProcessor",
    comments = "from com.acme.Assistant in Assistant.java")
final class Assistant_Tools {
  /** The name of {@code Assistant.add(int, int, String)}. */
  public static final String SUM_NAME = "sum";

  /** What {@code Assistant.add(int, int, String)} does. */
  public static final String SUM_DESCRIPTION =
      "Adds what the annotation does not say.";

  /** The arguments of {@code Assistant.add(int, int, String)}, as JSON Schema 2020-12. */
  public static final String SUM_SCHEMA =
      """
      {"type":"object",\
      "properties":{"a":{"type":"integer","minimum":-2147483648,\
      "maximum":2147483647},\
      "b":{"type":"integer","minimum":-2147483648,"maximum":2147483647}},\
      "required":["a","b"],"additionalProperties":false}\
      """;

  /** The name of {@code Assistant.findJudgments(String, Integer, String)}. */
  public static final String FIND_JUDGMENTS_NAME = "findJudgments";

  /** What {@code Assistant.findJudgments(String, Integer, String)} does. */
  public static final String FIND_JUDGMENTS_DESCRIPTION = "Finds judgments.\n"
      + "Newest first.";

  /**
   * The arguments of {@code Assistant.findJudgments(String, Integer, String)}, as JSON Schema 2020-12.
   */
  public static final String FIND_JUDGMENTS_SCHEMA =
      """
      {"type":"object",\
      "properties":{"query":{"type":"string","description":"what to look for"},\
      "limit":{"type":"integer","minimum":-2147483648,"maximum":2147483647,\
      "description":"the most results to return"}},"required":["query"],\
      "additionalProperties":false}\
      """;

  /** The name of {@code Assistant.forecast(String, ToolContext)}. */
  public static final String WEATHER_NAME = "weather";

  /** What {@code Assistant.forecast(String, ToolContext)} does. */
  public static final String WEATHER_DESCRIPTION = "Tells the weather.";

  /** The arguments of {@code Assistant.forecast(String, ToolContext)}, as JSON Schema 2020-12. */
  public static final String WEATHER_SCHEMA =
      """
      {"type":"object",\
      "properties":{"city":{"type":"string","description":"the city"}},\
      "additionalProperties":false}\
      """;

  /** The name of {@code Assistant.known()}. */
  public static final String BOTH_NAME = "both";

  /** What {@code Assistant.known()} does. */
  public static final String BOTH_DESCRIPTION = "Is known by both.";

  /** The arguments of {@code Assistant.known()}, as JSON Schema 2020-12. */
  public static final String BOTH_SCHEMA =
      """
      {"type":"object","properties":{},"additionalProperties":false}\
      """;

  private Assistant_Tools() {
  }
}
