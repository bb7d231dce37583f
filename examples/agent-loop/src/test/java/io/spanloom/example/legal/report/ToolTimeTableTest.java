package io.spanloom.example.legal.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.example.legal.report.ToolTimes.ToolTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToolTimeTableTest {

  private static final long MILLI = 1_000_000;

  @Test
  void namesTheBottleneck() {
    ToolTimes times =
        new ToolTimes(
            List.of(
                new ToolTime("citation_validator", 2, 1, 2000 * MILLI),
                new ToolTime("case_search", 1, 0, 20 * MILLI)),
            2500 * MILLI);

    assertThat(ToolTimeTable.render(times))
        .isEqualTo(
            """
            tool                 calls errors      total  share
            citation_validator       2      1     2.00 s   80 %  ########################
            case_search              1      0    20.0 ms    1 %
            The bottleneck is citation_validator: 2.00 s of 2.50 s, or 80 % of the time, in 2 calls.
            """);
  }

  @Test
  void claimsNoBottleneckWhereThereIsNone() {
    ToolTimes times =
        new ToolTimes(List.of(new ToolTime("summarizer", 1, 0, 200 * MILLI)), 2000 * MILLI);

    assertThat(ToolTimeTable.render(times))
        .endsWith("No single tool dominates: the slowest, summarizer, took 10 % of the time.\n");
  }

  @Test
  void claimsNoBottleneckWhereTwoToolsAreEquallySlow() {
    ToolTimes times =
        new ToolTimes(
            List.of(
                new ToolTime("summarizer", 1, 0, 900 * MILLI),
                new ToolTime("citation_validator", 1, 0, 900 * MILLI)),
            2000 * MILLI);

    assertThat(ToolTimeTable.render(times)).contains("No single tool dominates");
  }

  @Test
  void saysSoWhenNoToolWasCalled() {
    assertThat(ToolTimeTable.render(new ToolTimes(List.of(), 0))).contains("No tool was called.");
  }
}
