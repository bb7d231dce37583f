package io.spanloom.testing;

import io.spanloom.ToolCalls;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.Task;
import io.spanloom.annotations.Tool;
import io.spanloom.annotations.ToolCallId;

/** A traced program to make assertions on. */
class Library {

  static final String QUESTION = "Who wrote Walden?";

  @Agent("librarian")
  String answer(String question) {
    return reason(question);
  }

  @Task("reasoning")
  private String reason(String question) {
    ask("m-1", question);
    return search("call_1", "Walden") + search("call_2", "Thoreau");
  }

  @LlmCall(provider = "shelf")
  @Attribute(key = GenAi.USAGE_OUTPUT_TOKENS, path = "length()")
  String ask(@Attribute(key = GenAi.REQUEST_MODEL) String model, String prompt) {
    ToolCalls.announce("call_1", "search", "{\"title\":\"Walden\"}");
    ToolCalls.announce("call_2", "search", "{\"title\":\"Thoreau\"}");
    return "I search.";
  }

  /** Searches the catalogue. */
  @Tool
  String search(@ToolCallId String id, String title) {
    if (title.isEmpty()) {
      throw new IllegalArgumentException("no title");
    }
    return title;
  }

  /** Waits for another. */
  @Tool
  void meet(@ToolCallId String id, @SuppressWarnings("NoJsonForm") Runnable other) {
    other.run();
  }

  /** Finds without being asked to. */
  @Tool
  String browse(String shelf) {
    return shelf;
  }
}
