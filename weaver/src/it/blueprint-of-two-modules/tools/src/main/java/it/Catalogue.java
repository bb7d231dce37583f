package it;

import io.spanloom.annotations.Task;
import io.spanloom.annotations.Tool;
import io.spanloom.annotations.ToolCallId;

public final class Catalogue {

  /** Searches the catalogue. */
  @Tool("catalogue_search")
  public String search(@ToolCallId String callId, String author) {
    return rank("books of " + author);
  }

  @Task
  private String rank(String books) {
    return books;
  }
}
