package com.acme.library;

import com.google.adk.tools.Annotations.Schema;
import com.google.adk.tools.ToolContext;
import io.spanloom.annotations.Tool;
import io.spanloom.annotations.ToolCallId;
import java.util.Map;

/** ADK calls the public methods, by reflection; the traced ones take the id that ADK knows. */
public final class Catalogue {

  @Schema(name = "find_book", description = "Finds the shelf a book is on.")
  public Map<String, Object> findBook(
      @Schema(name = "title", description = "The title.") String title,
      @Schema(name = "toolContext") ToolContext toolContext) {
    return Map.of("result", find(toolContext.functionCallId().orElseThrow(), title));
  }

  @Schema(name = "reserve_book", description = "Keeps a book for some days.")
  public Map<String, Object> reserveBook(
      @Schema(name = "title", description = "The title.") String title,
      @Schema(name = "days", description = "How many days.") int days,
      @Schema(name = "toolContext") ToolContext toolContext) {
    return Map.of("result", reserve(toolContext.functionCallId().orElseThrow(), title, days));
  }

  /** Finds the shelf a book is on. */
  @Tool("find_book")
  String find(@ToolCallId String callId, String title) {
    return title + " is on shelf 12";
  }

  /** Keeps a book for some days. */
  @Tool("reserve_book")
  String reserve(@ToolCallId String callId, String title, int days) {
    return title + " is kept for " + days + " days";
  }
}
