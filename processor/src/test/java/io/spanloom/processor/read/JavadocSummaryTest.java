package io.spanloom.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavadocSummaryTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Searches case law. Returns the best. | Searches case law.",
        "Searches case law, e.g. statutes. More. | Searches case law, e.g. statutes.",
        "Finds v1.2 of it | Finds v1.2 of it",
        "Really? Yes. | Really?",
        "Finds {@code a < b} in <em>all</em> &lt;texts&gt;. | Finds a < b in all <texts>.",
        "Asks {@link Court#judge(String) the judge}. | Asks the judge.",
        "Asks {@link Court#judge}. | Asks Court.judge.",
        "Asks {@link #judge}. | Asks judge.",
        "{@return the number of cases} | Returns the number of cases.",
        "{@summary Counts cases.} Slowly. | Counts cases.",
        "<p>Counts cases.<p>Slowly. | Counts cases.",
        "Counts cases <ul><li>fast</ul> | Counts cases",
        "Costs $5 & more\\. | Costs $5 & more\\.",
      })
  void readsTheFirstSentence(String comment, String sentence) {
    assertThat(JavadocSummary.of(" " + comment)).isEqualTo(sentence);
  }

  @Test
  void joinsLinesAndStopsAtTags() {
    assertThat(JavadocSummary.of(" Searches\n case law\n\n @param query what\n"))
        .isEqualTo("Searches case law");
  }

  @Test
  void isNothingWithoutASentence() {
    assertThat(JavadocSummary.of(null)).isNull();
    assertThat(JavadocSummary.of("")).isNull();
    assertThat(JavadocSummary.of(" @param query what")).isNull();
    assertThat(JavadocSummary.of(" {@inheritDoc}")).isNull();
  }
}
