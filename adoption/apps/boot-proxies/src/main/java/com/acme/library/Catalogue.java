package com.acme.library;

import io.spanloom.annotations.Tool;
import io.spanloom.annotations.ToolCallId;
import java.util.concurrent.CompletableFuture;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;

@Component
public class Catalogue {

  /** Finds the shelf a book is on. */
  @Tool("find_book")
  @Cacheable("shelves")
  public String find(@ToolCallId String callId, String title) {
    return title + " is on shelf 12";
  }

  /** Counts the copies of a book. */
  @Tool("count_copies")
  @Async
  public CompletableFuture<Integer> count(@ToolCallId String callId, String title) {
    return CompletableFuture.completedFuture(3);
  }
}
