package io.spanloom.benchmarks.content;

import io.spanloom.annotations.Tool;
import io.spanloom.annotations.ToolCallId;
import java.util.Map;

/** A tool with a large argument, as a user of Spanloom writes it. */
final class WovenFiling {

  /** Files documents. */
  @Tool
  String file(@ToolCallId String callId, Map<String, Object> documents) {
    return "filed";
  }
}
