package io.spanloom.langchain4j;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;

/** Tools as LangChain4j has them: nothing here is Spanloom's. */
final class Statutes {

  @Tool(name = "case_search", value = "Searches cases.")
  String search(@P("What to look for.") String query) {
    return "Two cases on " + query;
  }

  @Tool(name = "statute_lookup", value = "Looks statutes up.")
  String lookup(@P("The section's number.") int section) {
    throw new IllegalStateException("No such section: " + section);
  }
}
