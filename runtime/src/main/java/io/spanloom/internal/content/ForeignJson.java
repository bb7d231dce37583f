package io.spanloom.internal.content;

import com.fasterxml.jackson.core.JsonFactory;

/** Reads JSON that models and programs write. */
public final class ForeignJson {

  /** Without Jackson's table of the names that occurred before: it would keep whatever they are. */
  public static final JsonFactory FACTORY =
      JsonFactory.builder().disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES).build();

  private ForeignJson() {}
}
