package it;

import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.Tool;
import java.util.Optional;

final class Catalogue {

  /** Searches the catalogue. */
  @Tool("catalogue_search")
  String search(Optional<String> author, @Attribute(key = "app.limit") Optional<Integer> limit) {
    return limit + " books of " + author;
  }
}
