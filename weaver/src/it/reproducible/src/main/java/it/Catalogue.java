package it;

import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.Tool;

final class Catalogue {

  /** Searches the catalogue. */
  @Tool("catalogue_search")
  String search(String author, @Attribute(key = "app.limit") int limit) {
    return limit + " books of " + author;
  }
}
