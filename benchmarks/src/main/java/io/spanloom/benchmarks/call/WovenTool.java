package io.spanloom.benchmarks.call;

import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.Tool;
import io.spanloom.annotations.ToolCallId;

/** The tool as a user of Spanloom writes it. */
final class WovenTool {

  /** Searches the library. */
  @Tool
  String search(
      @ToolCallId String callId,
      @Attribute(key = "app.search.field") String field,
      @Attribute(key = "app.search.limit") int limit) {
    return field;
  }
}
