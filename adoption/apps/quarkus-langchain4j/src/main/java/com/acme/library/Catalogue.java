package com.acme.library;

import dev.langchain4j.agent.tool.Tool;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class Catalogue {

  @Tool(name = "find_book", value = "Finds the shelf a book is on.")
  public String find(String title) {
    return title + " is on shelf 12";
  }

  @Tool(name = "reserve_book", value = "Keeps a book for some days.")
  public String reserve(String title, int days) {
    return title + " is kept for " + days + " days";
  }
}
