package io.spanloom.springai;

import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.annotation.ToolParam;

/** Tools as Spring AI has them: nothing here is Spanloom's. */
final class Statutes {

  @Tool(name = "case_search", description = "Searches cases.")
  String search(@ToolParam(description = "What to look for.") String query) {
    return "Two cases on " + query;
  }

  @Tool(name = "statute_lookup", description = "Looks statutes up.")
  String lookup(@ToolParam(description = "The section's number.") int section) {
    throw new IllegalStateException("No such section: " + section);
  }
}
