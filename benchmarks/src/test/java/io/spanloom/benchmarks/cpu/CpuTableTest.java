package io.spanloom.benchmarks.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.benchmarks.call.Telemetry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CpuTableTest {

  @Test
  void theBetterFormByHandIsTheReference() {
    String table =
        CpuTable.render(
            Map.of(
                tool(Form.WOVEN, false), new CallCost(110, 950),
                tool(Form.WOVEN, true), new CallCost(120, 960),
                tool(Form.ON_BUILDER, false), new CallCost(100, 1000),
                tool(Form.ON_SPAN, false), new CallCost(200, 900)));

    assertThat(table.lines().skip(2))
        .containsExactly(
            "| tool call, sampled | 110 ns, 950 B | 120 ns, 960 B | 100 ns, 900 B | 1.10 × |"
                + " 1.20 × | 1.06 × | 1.05 ×, missed |");
  }

  @Test
  void aCallFromCodeIsComparedWithTheWovenOne() {
    String table =
        CpuTable.render(
            Map.of(
                tool(Form.WOVEN, false), new CallCost(1000, 100),
                tool(Form.FROM_CODE, false), new CallCost(1100, 120)));

    assertThat(table.lines().skip(2))
        .containsExactly(
            "| tool call, sampled, from code, beside woven | 1.10 µs, 120 B |  | 1.00 µs, 100 B |"
                + " 1.10 × |  | 1.20 × | 1.20 ×, met |");
  }

  @Test
  void hasARowForEachSubjectAndState() {
    assertThat(Contender.all(false).stream().map(Contender::title).distinct())
        .containsExactly(
            "tool call, sampled",
            "tool call, not sampled",
            "workflow of 50 spans, sampled",
            "workflow of 50 spans, not sampled",
            "model call, sampled",
            "model call, not sampled",
            "tool that answers later, sampled",
            "tool that answers later, not sampled",
            "task handed to another thread, in a span, sampled",
            "4 KiB of content, redacted, sampled",
            "256 KiB of content, redacted, sampled",
            "tool call, two threads, sampled",
            "workflow of 50 spans, two threads, sampled",
            "model call, two threads, sampled");
  }

  @Test
  void costsAreReadAsTheyAreWritten() {
    CallCost cost = new CallCost(123.45, 904);

    assertThat(CallCost.parse(cost.text() + "\n")).isEqualTo(cost);
  }

  @Test
  void theMedianIsTakenOfTimeAndBytesApart() {
    assertThat(
            CallCost.median(List.of(new CallCost(1, 30), new CallCost(2, 10), new CallCost(3, 20))))
        .isEqualTo(new CallCost(2, 20));
  }

  private static Contender tool(Form form, boolean before) {
    return new Contender(Subject.TOOL, Telemetry.SAMPLED, form, before);
  }
}
