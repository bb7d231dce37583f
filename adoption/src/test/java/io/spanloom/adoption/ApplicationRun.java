package io.spanloom.adoption;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What came out of an application.
 *
 * @param output what it printed
 * @param trace the spans it exported, as a {@link SpanTree}
 */
record ApplicationRun(String output, String trace) {

  ApplicationRun printed(String line) {
    assertThat(output.lines()).contains(line);
    return this;
  }

  void exported(String expectedTrace) {
    assertThat(trace).isEqualTo(expectedTrace);
  }
}
