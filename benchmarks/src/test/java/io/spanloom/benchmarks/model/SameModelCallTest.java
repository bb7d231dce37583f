package io.spanloom.benchmarks.model;

import io.spanloom.benchmarks.Contest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SameModelCallTest {

  private final Contest contest = Contest.withDefaults();

  @AfterEach
  void close() {
    contest.close();
  }

  @Test
  void modelCall() {
    HandWrittenChat handWritten = new HandWrittenChat(contest.openTelemetry());

    new WovenChat().complete(Chat.request());
    handWritten.completeOnBuilder(Chat.request());
    handWritten.completeOnSpan(Chat.request());

    contest.assertSame(1);
  }
}
