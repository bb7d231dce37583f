package io.spanloom.benchmarks.call;

import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.Tool;
import io.spanloom.annotations.ToolCallId;
import java.util.concurrent.CompletableFuture;

/** A tool that answers later, as a user of Spanloom writes it. */
final class WovenFutureTool {

  /** Searches the library. */
  @Tool
  CompletableFuture<String> search(
      @ToolCallId String callId,
      @Attribute(key = "app.search.field") String field,
      @Attribute(key = "app.search.limit") int limit) {
    return new CompletableFuture<>();
  }
}
