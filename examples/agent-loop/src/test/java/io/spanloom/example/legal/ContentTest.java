package io.spanloom.example.legal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.trace.v1.Span;
import io.spanloom.example.otlp.OtlpReceiver;
import io.spanloom.example.otlp.ReceivedTrace;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is exported when content is asked for; the counterpart of the test that nothing leaks. */
class ContentTest {

  private static final String SETTING = "spanloom.content";

  @Test
  void contentIsExportedWhenEnabled() throws IOException {
    ReceivedTrace trace;
    String tree;
    System.setProperty(SETTING, "SPAN_ONLY");
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      Run run = Run.of(receiver.environment());
      assertThat(run.status()).as(run.err()).isZero();
      trace = ReceivedTrace.of(receiver);
      tree = run.out().substring(run.out().indexOf("\nTrace\n"));
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
    assertThat(
            ReceivedTrace.text(trace.only("execute_tool case_search"), "gen_ai.tool.call.result"))
        .contains("Harlan v. Brook Terrace Apartments");
    assertThat(ReceivedTrace.text(trace.only("execute_tool summarizer"), "gen_ai.tool.call.result"))
        .contains("214 Mer. 118");
    assertThat(tree)
        .contains("in   " + CommandLine.DEFAULT_QUESTION.substring(0, 60), "out  # Research memo")
        .contains("call case_search {", "in   {\"query\":");
  }

  @Test
  void contentGoesToEventsAloneWhenConfigured() throws IOException {
    System.setProperty(SETTING, "EVENT_ONLY");
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      Run run = Run.of(receiver.environment());

      assertThat(run.status()).as(run.err()).isZero();
      assertThat(receiver.resources().toString()).doesNotContain("stairway", "Research memo");
      assertThat(receiver.events())
          .extracting(LogRecord::getEventName)
          .contains("gen_ai.client.inference.operation.details", "spanloom.operation.details");
      assertThat(receiver.events().toString()).contains("stairway", "# Research memo");
      assertThat(receiver.events())
          .allSatisfy(event -> assertThat(spanIds(receiver)).contains(event.getSpanId()));
    } finally {
      System.clearProperty(SETTING);
    }
  }

  @Test
  void byDefaultTheTreeHasNoContent() {
    Run run = Run.of(Map.of());

    String tree = run.out().substring(run.out().indexOf("\nTrace\n"));
    assertThat(tree).contains("case_search").doesNotContain("landlord", "stairway");
    assertThat(tree.lines()).noneMatch(line -> line.matches("[│ ]*(in|out|call) +\\S.*"));
  }

  private static List<ByteString> spanIds(OtlpReceiver receiver) {
    return receiver.spans().stream().map(Span::getSpanId).toList();
  }
}
