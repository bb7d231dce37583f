package com.acme;

import javax.annotation.processing.Generated;

/** What a model is told of the tools of {@code Archive}. */
@Generated(
    value = "io.spanloom.processor.SpanloomProcessor",
    comments = "from com.acme.Archive in Archive.java")
public final class Archive_Tools {
  /**
   * The name of {@code Archive.file(UUID, URI, Instant, LocalDate, LocalDateTime, LocalTime,
   * OffsetTime, Duration, Cites, Money, byte[], char, byte, short, long, double, boolean, String,
   * InputStream)}.
   */
  public static final String FILE_NAME = "file";

  /**
   * What {@code Archive.file(UUID, URI, Instant, LocalDate, LocalDateTime, LocalTime, OffsetTime,
   * Duration, Cites, Money, byte[], char, byte, short, long, double, boolean, String, InputStream)}
   * does.
   */
  public static final String FILE_DESCRIPTION = "Files a document.";

  /**
   * The arguments of {@code Archive.file(UUID, URI, Instant, LocalDate, LocalDateTime, LocalTime,
   * OffsetTime, Duration, Cites, Money, byte[], char, byte, short, long, double, boolean, String,
   * InputStream)}, as JSON Schema 2020-12.
   */
  public static final String FILE_SCHEMA =
      """
      {"type":"object",\
      "properties":{"id":{"type":"string","format":"uuid"},\
      "source":{"type":"string","format":"uri"},\
      "received":{"type":"string","format":"date-time"},\
      "dated":{"type":"string","format":"date"},\
      "heard":{"type":"string",\
      "pattern":"^\\\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\\\d|3[01])T([01]\\\\d|2[0-3])\
      :[0-5]\\\\d(:[0-5]\\\\d(\\\\.\\\\d{1,9})?)?$"},\
      "opens":{"type":"string",\
      "pattern":"^([01]\\\\d|2[0-3]):[0-5]\\\\d(:[0-5]\\\\d(\\\\.\\\\d{1,9})?)?$"},\
      "closes":{"type":"string","format":"time"},\
      "keep":{"type":"string","format":"duration"},\
      "cites":{"type":"object",\
      "properties":{"note":{"type":"string","description":"For the log."},\
      "citation":{"type":"string","description":"The citation, exactly as found."},\
      "exact":{"type":"boolean","description":"whether no other spelling will do"}},\
      "required":["citation","exact"],"additionalProperties":false,\
      "description":"A bean, filled by its setters."},\
      "fee":{"type":"object",\
      "properties":{"amount":{"type":"number","description":"how much"},\
      "currency":{"type":"string","description":"of which, as three letters"}},\
      "required":["amount","currency"],"additionalProperties":false,\
      "description":"Made by its constructor alone."},\
      "content":{"type":"string","contentEncoding":"base64"},\
      "shelf":{"type":"string","minLength":1,"maxLength":1},\
      "copies":{"type":"integer","minimum":-128,"maximum":127},\
      "pages":{"type":"integer","minimum":-32768,"maximum":32767},\
      "size":{"type":"integer"},"weight":{"type":"number"},\
      "sealed":{"type":"boolean"},"client":{"type":"string"}},\
      "required":["id","source","received","dated","heard","opens","closes","keep",\
      "cites","fee","content","shelf","copies","pages","size","weight","sealed",\
      "client"],"additionalProperties":false}\
      """;

  /**
   * The name of {@code Archive.merge(Map, Map, EnumSet, Page, Period[], int[][], Object, List)}.
   */
  public static final String MERGE_NAME = "merge";

  /** What {@code Archive.merge(Map, Map, EnumSet, Page, Period[], int[][], Object, List)} does. */
  public static final String MERGE_DESCRIPTION =
      "Merges what is known of cases, by their names.";

  /**
   * The arguments of {@code Archive.merge(Map, Map, EnumSet, Page, Period[], int[][], Object,
   * List)}, as JSON Schema 2020-12.
   */
  public static final String MERGE_SCHEMA =
      """
      {"type":"object",\
      "properties":{"spans":{"type":"object",\
      "additionalProperties":{"$ref":"#/$defs/Period"}},\
      "counts":{"type":"object","propertyNames":{"$ref":"#/$defs/Court"},\
      "additionalProperties":{"type":"array",\
      "items":{"type":"integer","minimum":-2147483648,"maximum":2147483647}}},\
      "courts":{"type":"array","items":{"$ref":"#/$defs/Court"},"uniqueItems":true},\
      "page":{"$ref":"#/$defs/PageOfPeriod"},\
      "others":{"type":"array","items":{"$ref":"#/$defs/Period"}},\
      "matrix":{"type":"array",\
      "items":{"type":"array",\
      "items":{"type":"integer","minimum":-2147483648,"maximum":2147483647}}},\
      "extra":{},"unknown":{"type":"array","items":{}}},\
      "required":["spans","counts","courts","page","others","matrix","extra",\
      "unknown"],"additionalProperties":false,\
      "$defs":{"Period":{"type":"object",\
      "properties":{"from":{"type":"string","format":"date",\
      "description":"the first day"},\
      "to":{"type":"string","format":"date",\
      "description":"the last day; open without it"}},"required":["from"],\
      "additionalProperties":false,"description":"A span of days."},\
      "Court":{"type":"string","enum":["SUPREME","APPEAL"]},\
      "PageOfPeriod":{"type":"object",\
      "properties":{"number":{"type":"integer","minimum":-2147483648,\
      "maximum":2147483647},\
      "items":{"type":"array","items":{"$ref":"#/$defs/Period"}},\
      "next":{"$ref":"#/$defs/PageOfPeriod"}},"required":["number","items"],\
      "additionalProperties":false}}}\
      """;

  /** The name of {@code Archive.now()}. */
  public static final String NOW_NAME = "now";

  /** What {@code Archive.now()} does. */
  public static final String NOW_DESCRIPTION = "Says when it is.";

  /** The arguments of {@code Archive.now()}, as JSON Schema 2020-12. */
  public static final String NOW_SCHEMA =
      """
      {"type":"object","properties":{},"additionalProperties":false}\
      """;

  /** The name of {@code Archive.search(Filter)}. */
  public static final String ARCHIVE_FILTER_NAME = "archive_filter";

  /** What {@code Archive.search(Filter)} does. */
  public static final String ARCHIVE_FILTER_DESCRIPTION = "Finds decisions by condition.";

  /** The arguments of {@code Archive.search(Filter)}, as JSON Schema 2020-12. */
  public static final String ARCHIVE_FILTER_SCHEMA =
      """
      {"type":"object","properties":{"filter":{"$ref":"#/$defs/Filter"}},\
      "required":["filter"],"additionalProperties":false,\
      "$defs":{"Filter":{"oneOf":[{"type":"object",\
      "properties":{"left":{"$ref":"#/$defs/Filter","description":"one"},\
      "right":{"$ref":"#/$defs/Filter","description":"the other"}},\
      "required":["left","right"],"additionalProperties":false,\
      "description":"Both conditions hold."},\
      {"type":"object",\
      "properties":{"when":{"type":"object",\
      "properties":{"from":{"type":"string","format":"date",\
      "description":"the first day"},\
      "to":{"type":"string","format":"date",\
      "description":"the last day; open without it"}},"required":["from"],\
      "additionalProperties":false,"description":"A span of days."},\
      "by":{"type":"array","items":{"type":"string","enum":["SUPREME","APPEAL"]},\
      "uniqueItems":true}},"required":["when","by"],"additionalProperties":false}],\
      "description":"A condition."}}}\
      """;

  /**
   * The name of {@code Archive.search(String, String, String, Set, Integer, OptionalInt, Optional)}.
   */
  public static final String ARCHIVE_SEARCH_NAME = "archive_search";

  /**
   * What {@code Archive.search(String, String, String, Set, Integer, OptionalInt, Optional)} does.
   */
  public static final String ARCHIVE_SEARCH_DESCRIPTION = "Finds decisions.";

  /**
   * The arguments of {@code Archive.search(String, String, String, Set, Integer, OptionalInt,
   * Optional)}, as JSON Schema 2020-12.
   */
  public static final String ARCHIVE_SEARCH_SCHEMA =
      """
      {"type":"object",\
      "properties":{"query":{"type":"string",\
      "description":"what to look for, in plain words & without operators"},\
      "courts":{"type":"array","items":{"$ref":"#/$defs/Court"},"uniqueItems":true,\
      "description":"which courts"},\
      "limit":{"type":"integer","minimum":-2147483648,"maximum":2147483647,\
      "description":"how many at most"},\
      "offset":{"type":"integer","minimum":-2147483648,"maximum":2147483647},\
      "first":{"$ref":"#/$defs/Court"}},"required":["query","courts"],\
      "additionalProperties":false,\
      "$defs":{"Court":{"type":"string","enum":["SUPREME","APPEAL"]}}}\
      """;

  private Archive_Tools() {
  }
}
