package com.acme.catalogue;

import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.annotation.ToolParam;
import org.springframework.stereotype.Component;

@Component
public class Catalogue {

  @Tool(name = "find_book", description = "Finds the shelf a book is on.")
  public String find(@ToolParam(description = "The title.") String title) {
    return title + " is on shelf 12";
  }

  @Tool(name = "reserve_book", description = "Keeps a book for some days.")
  public String reserve(
      @ToolParam(description = "The title.") String title,
      @ToolParam(description = "How many days.") int days) {
    return title + " is kept for " + days + " days";
  }
}
