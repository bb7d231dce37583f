package io.spanloom.example.legal.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegalDatabaseTest {

  private static LegalDatabase database;

  @BeforeAll
  static void open() throws IOException {
    database = LegalDatabase.open();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @ParameterizedTest
  @CsvSource({
    "landlord liable tenant broken stairway, 214 Mer. 118",
    "location data sold without consent, 244 Mer. 350",
    "dismissed for reporting danger safety, 227 Mer. 71",
    "safer design fuel tank collision, 240 Mer. 308",
    "expert method tested, 229 Mer. 266",
    "covenant not to compete, 253 Mer. 140",
  })
  void putsTheCaseThatFitsBestFirst(String query, String citation) {
    List<Hit> hits = database.searchCases(query, 5);

    assertThat(hits).isNotEmpty();
    assertThat(hits.get(0).citation()).isEqualTo(citation);
    assertThat(hits).extracting(Hit::score).isSortedAccordingTo((a, b) -> Double.compare(b, a));
  }

  @Test
  void findsStatutesApartFromCases() {
    assertThat(database.searchStatutes("landlord repair stairway notice", 2))
        .extracting(Hit::citation)
        .containsExactlyInAnyOrder("Mer. Code § 41-203", "Mer. Code § 41-207");
  }

  @Test
  void findsOtherFormsOfAWord() {
    assertThat(database.searchCases("heating lofts", 1))
        .extracting(Hit::citation)
        .containsExactly("61 Mer. App. 310");
    assertThat(database.searchCases("heated loft", 1))
        .extracting(Hit::citation)
        .containsExactly("61 Mer. App. 310");
  }

  @Test
  void returnsNoMoreThanTheLimit() {
    assertThat(database.searchCases("landlord tenant", 2)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "the of and",
        "photosynthesis chlorophyll",
        "how long do I bake sourdough bread in an oven with a broken thermostat",
        "' OR 1=1 --",
        "\"unbalanced ((( *",
      })
  void findsNothingWhereThereIsNothing(String query) {
    assertThat(database.searchCases(query, 10)).isEmpty();
  }

  @Test
  void knowsWhatHasBeenOverruled() {
    Authority overruled = database.find("97 Mer. 55");

    assertThat(overruled.goodLaw()).isFalse();
    assertThat(overruled.overruledBy()).isEqualTo("214 Mer. 118");
    assertThat(database.find("214 Mer. 118").goodLaw()).isTrue();
    assertThat(database.find("Mer. Code § 70-401").name()).isEqualTo("Hearsay");
    assertThat(database.find("999 Mer. 1")).isNull();
  }

  @Test
  void everyOverrulingCaseExists() throws IOException {
    assertThat(Corpus.bundled().cases())
        .hasSizeGreaterThanOrEqualTo(24)
        .filteredOn(it -> it.overruledBy() != null)
        .isNotEmpty()
        .allSatisfy(it -> assertThat(database.find(it.overruledBy())).isNotNull());
    assertThat(Corpus.bundled().statutes()).hasSizeGreaterThanOrEqualTo(12);
  }

  @Test
  void databasesDoNotShareAnything() throws IOException {
    LegalDatabase other = LegalDatabase.open();
    other.close();

    assertThat(database.searchCases("landlord tenant", 1)).hasSize(1);
  }
}
