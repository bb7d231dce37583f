package io.spanloom.benchmarks.model;

import io.spanloom.benchmarks.Contest;
import io.spanloom.testing.SpanloomExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SameModelCallTest {

  @RegisterExtension final SpanloomExtension spanloom = SpanloomExtension.create();

  /** Spanloom bounds the time that writing takes, and a first call may spend it on classes. */
  @BeforeEach
  void loadClasses() {
    callAll();
    spanloom.recorded().clear();
  }

  @Test
  void modelCall() {
    callAll();

    Contest.assertSame(1, spanloom);
  }

  private void callAll() {
    HandWrittenChat handWritten = new HandWrittenChat(spanloom.openTelemetry());
    new WovenChat().complete(Chat.request());
    handWritten.completeOnBuilder(Chat.request());
    handWritten.completeOnSpan(Chat.request());
  }
}
