package io.spanloom.example.legal.citation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spanloom.example.legal.citation.CitationCheck.Status;
import io.spanloom.example.legal.corpus.LegalDatabase;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CitationServiceTest {

  private static LegalDatabase database;

  @BeforeAll
  static void open() throws IOException {
    database = LegalDatabase.open();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void checksEachCitation() throws IOException {
    try (CitationService service = CitationService.start(database, Duration.ZERO)) {
      List<CitationCheck> checks =
          new CitationClient(service.uri())
              .check(
                  List.of(
                      "214 Mer. 118",
                      "97 Mer. 55",
                      "999 Mer. 1",
                      "see above",
                      "Mer. Code § 41-203"));

      assertThat(checks)
          .extracting(CitationCheck::status)
          .containsExactly(
              Status.VALID, Status.OVERRULED, Status.UNKNOWN, Status.MALFORMED, Status.VALID);
      assertThat(checks.get(0).name()).isEqualTo("Harlan v. Brook Terrace Apartments (1998)");
      assertThat(checks.get(1).detail()).isEqualTo("overruled by 214 Mer. 118");
    }
  }

  @Test
  void takesItsTimeForEachCitation() throws IOException {
    try (CitationService service = CitationService.start(database, Duration.ofMillis(60))) {
      long start = System.nanoTime();
      new CitationClient(service.uri()).check(List.of("214 Mer. 118", "97 Mer. 55"));

      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isGreaterThanOrEqualTo(Duration.ofMillis(120));
    }
  }

  @Test
  void anErrorResponseIsAFailureWithAReason() throws IOException {
    try (CitationService service = CitationService.start(database, Duration.ZERO)) {
      assertThatThrownBy(() -> new CitationClient(service.uri()).check(List.of()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("400")
          .hasMessageContaining("'citations' must be an array");
      assertThatThrownBy(
              () ->
                  new CitationClient(service.uri().resolve("/elsewhere"))
                      .check(List.of("214 Mer. 118")))
          .hasMessageContaining("404");
    }
  }

  @Test
  void aServiceThatIsGoneIsAFailure() throws IOException {
    URI gone;
    try (CitationService service = CitationService.start(database, Duration.ZERO)) {
      gone = service.uri();
    }

    assertThatThrownBy(() -> new CitationClient(gone).check(List.of("214 Mer. 118")))
        .isInstanceOf(IOException.class);
  }
}
