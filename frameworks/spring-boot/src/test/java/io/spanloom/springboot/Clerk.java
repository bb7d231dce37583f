package io.spanloom.springboot;

import io.spanloom.annotations.Agent;
import io.spanloom.annotations.Tool;

/** A woven agent. */
public class Clerk {

  @Agent("clerk")
  public String answer(String question) {
    return search(question);
  }

  /** Agents that fail. */
  @Agent("failing")
  public String fail() {
    throw new IllegalStateException("no");
  }

  /** Searches. */
  @Tool("case_search")
  public String search(String query) {
    return "Case one on " + query;
  }
}
