package io.spanloom.example.legal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What is exported when content is asked for; the counterpart of the test that nothing leaks. */
class ContentTest {

  private static final String SETTING = "spanloom.content";

  @Test
  void contentIsExportedWhenAskedFor() throws IOException {
    ReceivedTrace trace;
    System.setProperty(SETTING, "SPAN_ONLY");
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      Run run = Run.of(receiver.environment());
      assertThat(run.status()).as(run.err()).isZero();
      trace = ReceivedTrace.of(receiver);
    } finally {
      System.clearProperty(SETTING);
    }

    assertThat(ReceivedTrace.text(trace.root(), "input.value"))
        .contains(CommandLine.DEFAULT_QUESTION);
    assertThat(ReceivedTrace.text(trace.root(), "output.value")).contains("# Research memo");
    assertThat(
            ReceivedTrace.text(
                trace.only("execute_tool case_search"), "gen_ai.tool.call.arguments"))
        .contains("landlord liable tenant");
    assertThat(ReceivedTrace.text(trace.only("execute_tool summarizer"), "gen_ai.tool.call.result"))
        .contains("214 Mer. 118");
  }
}
