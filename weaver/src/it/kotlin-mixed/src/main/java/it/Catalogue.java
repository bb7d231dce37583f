package it;

import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.Tool;
import java.util.stream.IntStream;

public final class Catalogue {

  /** Searches the catalogue. */
  @Tool("catalogue_search")
  @Attribute(key = "app.hits", path = "titles.size()")
  public Found search(String author) {
    return new Found(IntStream.range(0, 3).mapToObj(number -> author + number).toList());
  }
}
