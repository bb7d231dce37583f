package com.acme;

import javax.annotation.processing.Generated;

/** What a model is told of the tools of {@code Library}. */
@Generated(
    value = "io.spanloom.processor.SpanloomProcessor",
    comments = "from com.acme.Library in Library.java")
final class Library_Tools {
  /** The name of {@code Library.card(List, Range, File)}. */
  public static final String CARD_NAME = "card";

  /** What {@code Library.card(List, Range, File)} does. */
  public static final String CARD_DESCRIPTION =
      "The card itself cannot be shown.";

  /** The arguments of {@code Library.card(List, Range, File)}, as JSON Schema 2020-12. */
  public static final String CARD_SCHEMA =
      """
      {"type":"object",\
      "properties":{"cards":{"type":"array",\
      "items":{"type":"object","properties":{"number":{"type":"string"}},\
      "required":["number"],"additionalProperties":false,\
      "description":"Not looked into: a subclass might show the secret."}},\
      "secret":{"type":"object",\
      "properties":{"from":{"type":"integer","minimum":-2147483648,\
      "maximum":2147483647},\
      "to":{"type":"integer","minimum":-2147483648,"maximum":2147483647}},\
      "required":["from","to"],"additionalProperties":false},\
      "file":{"type":"string"}},"required":["cards","secret","file"],\
      "additionalProperties":false}\
      """;

  /** The name of {@code Library.lend(Loan, Lazy, Service)}. */
  public static final String LEND_NAME = "lend";

  /** What {@code Library.lend(Loan, Lazy, Service)} does. */
  public static final String LEND_DESCRIPTION = "Lends a book.";

  /** The arguments of {@code Library.lend(Loan, Lazy, Service)}, as JSON Schema 2020-12. */
  public static final String LEND_SCHEMA =
      """
      {"type":"object",\
      "properties":{"loan":{"type":"object","properties":{"name":{"type":"string"}},\
      "required":["name"],"additionalProperties":false,\
      "description":"A class that holds data and does nothing else."}},\
      "required":["loan"],"additionalProperties":false}\
      """;

  /** The name of {@code Library.put(Shelf, Closed[])}. */
  public static final String PUT_NAME = "put";

  /** What {@code Library.put(Shelf, Closed[])} does. */
  public static final String PUT_DESCRIPTION = "Puts a book away.";

  /** The arguments of {@code Library.put(Shelf, Closed[])}, as JSON Schema 2020-12. */
  public static final String PUT_SCHEMA =
      """
      {"type":"object",\
      "properties":{"shelf":{"$ref":"#/$defs/Shelf"},\
      "closed":{"type":"array","items":{"$ref":"#/$defs/Closed"}}},\
      "required":["shelf","closed"],"additionalProperties":false,\
      "$defs":{"Shelf":{"oneOf":[{"type":"object",\
      "properties":{"kind":{"type":"string","enum":["open"]},\
      "room":{"type":"string"},\
      "below":{"type":"array","items":{"$ref":"#/$defs/Shelf"}}},\
      "required":["kind","room","below"],"additionalProperties":false},\
      {"$ref":"#/$defs/Closed"}]},\
      "Closed":{"type":"object",\
      "properties":{"kind":{"type":"string","enum":["closed"]},\
      "key":{"type":"string"}},"required":["kind","key"],\
      "additionalProperties":false}}}\
      """;

  /** The name of {@code Library.readers(Page, Map)}. */
  public static final String READERS_NAME = "readers";

  /** What {@code Library.readers(Page, Map)} does. */
  public static final String READERS_DESCRIPTION = "Looks for readers.";

  /** The arguments of {@code Library.readers(Page, Map)}, as JSON Schema 2020-12. */
  public static final String READERS_SCHEMA =
      """
      {"type":"object",\
      "properties":{"page":{"$ref":"#/$defs/PageOfReader"},\
      "holders":{"type":"object",\
      "additionalProperties":{"type":"object",\
      "properties":{"name":{"type":"string"},\
      "card":{"type":"object","properties":{"number":{"type":"string"}},\
      "required":["number"],"additionalProperties":false,\
      "description":"Not looked into: a subclass might show the secret."}},\
      "required":["name","card"],"additionalProperties":false,\
      "description":"What it holds of a bean is kept secret as a whole."}}},\
      "required":["page","holders"],"additionalProperties":false,\
      "$defs":{"PageOfReader":{"type":"object",\
      "properties":{"items":{"type":"array",\
      "items":{"type":"object","properties":{"name":{"type":"string"}},\
      "required":["name"],"additionalProperties":false}},\
      "next":{"$ref":"#/$defs/PageOfReader"},\
      "mark":{"type":"string","minLength":1,"maxLength":1}},\
      "required":["items","mark"],"additionalProperties":false,\
      "description":"Through its elements it holds a secret, or none."}}}\
      """;

  /** The name of {@code Library.search(Query, List)}. */
  public static final String SEARCH_NAME = "search";

  /** What {@code Library.search(Query, List)} does. */
  public static final String SEARCH_DESCRIPTION = "Searches.";

  /** The arguments of {@code Library.search(Query, List)}, as JSON Schema 2020-12. */
  public static final String SEARCH_SCHEMA =
      """
      {"type":"object",\
      "properties":{"query":{"type":"object",\
      "properties":{"q":{"type":"string"},\
      "years":{"type":"object",\
      "properties":{"from":{"type":"integer","minimum":-2147483648,\
      "maximum":2147483647},\
      "to":{"type":"integer","minimum":-2147483648,"maximum":2147483647}},\
      "required":["from","to"],"additionalProperties":false},\
      "isbn":{"type":"string"},"reader":{"type":"string"}},\
      "required":["q","years","isbn","reader"],"additionalProperties":false,\
      "description":"A name in JSON of its own, one that is left out, an object that \
      is a text, and a secret."},\
      "nothing":{"type":"array",\
      "items":{"type":"object","properties":{},"additionalProperties":false}}},\
      "required":["query","nothing"],"additionalProperties":false}\
      """;

  private Library_Tools() {
  }
}
