package com.acme.library;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import org.springframework.stereotype.Component;

@Component
class Catalogue {

  @Tool(name = "find_book", value = "Finds the shelf a book is on.")
  public String find(@P("The title.") String title) {
    return title + " is on shelf 12";
  }

  @Tool(name = "reserve_book", value = "Keeps a book for some days.")
  public String reserve(@P("The title.") String title, @P("How many days.") int days) {
    return title + " is kept for " + days + " days";
  }
}
