package io.spanloom.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

  private final Redactor redactor = Redactor.standard();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mail jane.doe+x@mail.example.co.uk now | mail [EMAIL] now",
        "card 4111 1111 1111 1111. | card [CARD].",
        "card 4111-1111-1111-1111 | card [CARD]",
        "iban DE89 3704 0044 0532 0130 00 | iban [IBAN]",
        "ssn 078-05-1120 | ssn [SSN]",
        "from 192.168.17.254 port 1 | from [IP] port 1",
        "call +44 20 7946 0958 | call [PHONE]",
        "call (555) 123-4567 | call [PHONE]",
        "Authorization: Bearer abcdef123456.xyz | Authorization: [TOKEN]",
        "key sk-proj-abcdefghijklmnopqrstuvwx | key [API_KEY]",
        "id AKIAIOSFODNN7EXAMPLE | id [API_KEY]",
        "jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl end | jwt [JWT] end"
      })
  void replacesWhatIdentifiesOrOpens(String text, String redacted) {
    assertThat(redactor.redact(text)).isEqualTo(redacted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4111 1111 1111 1112 is no card",
        "DE00 3704 0044 0532 0130 00 is no account",
        "version 1.2.3 and 300.1.1.1",
        "2026-11-21T10:00:00Z",
        "order 123456",
        "the bearer of news",
        "a @ b",
        "512 F.2d 1024 (9th Cir. 1975)",
        "call_abc123"
      })
  void leavesTheRest(String text) {
    assertThat(redactor.redact(text)).isEqualTo(text);
  }
}
