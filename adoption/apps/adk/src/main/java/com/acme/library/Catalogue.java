package com.acme.library;

import com.google.adk.tools.Annotations.Schema;
import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.Tool;
import java.util.Map;

/** ADK calls the methods by reflection. One is annotated for an attribute of its own. */
public final class Catalogue {

  /** Finds the shelf a book is on. */
  @Tool("find_book")
  @Schema(name = "find_book", description = "Finds the shelf a book is on.")
  public Map<String, Object> findBook(
      @Attribute(key = "book.title") @Schema(name = "title", description = "The title.")
          String title) {
    return Map.of("result", title + " is on shelf 12");
  }

  @Schema(name = "reserve_book", description = "Keeps a book for some days.")
  public Map<String, Object> reserveBook(
      @Schema(name = "title", description = "The title.") String title,
      @Schema(name = "days", description = "How many days.") int days) {
    return Map.of("result", title + " is kept for " + days + " days");
  }
}
