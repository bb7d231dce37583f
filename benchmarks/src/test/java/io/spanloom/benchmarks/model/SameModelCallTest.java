package io.spanloom.benchmarks.model;

import io.spanloom.benchmarks.Contest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SameModelCallTest {

  private final Contest contest = Contest.withDefaults();

  @AfterEach
  void close() {
    contest.close();
  }

  /** Spanloom bounds the time that writing takes, and a first call may spend it on classes. */
  @BeforeEach
  void loadClasses() {
    callAll();
    contest.forget();
  }

  @Test
  void modelCall() {
    callAll();

    contest.assertSame(1);
  }

  private void callAll() {
    HandWrittenChat handWritten = new HandWrittenChat(contest.openTelemetry());
    new WovenChat().complete(Chat.request());
    handWritten.completeOnBuilder(Chat.request());
    handWritten.completeOnSpan(Chat.request());
  }
}
