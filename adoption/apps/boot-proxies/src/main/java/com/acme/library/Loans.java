package com.acme.library;

import io.spanloom.annotations.Tool;
import io.spanloom.annotations.ToolCallId;

public interface Loans {

  /** Keeps a book. */
  @Tool("reserve_book")
  String reserve(@ToolCallId String callId, String title);
}
