package io.spanloom.internal.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.content.RedactionRule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

  private final Redactor redactor = Redactor.standard();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // e-mail
        "mail jane.doe+x@mail.example.co.uk now | mail [EMAIL] now",
        "<jane@example.com>, | <[EMAIL]>,",
        "jane@example.com. | [EMAIL].",
        "o'neil_7@a-b.example.org | [EMAIL]",
        "müller@example.de | [EMAIL]",
        "john.4111111111111111@example.com | [EMAIL]",
        "jörg@exämple.de | [EMAIL]",
        "иван@почта.рф, | [EMAIL],",
        "jane@example.com谢谢 | [EMAIL]谢谢",
        "mailto:jane@example.com?x | mailto:[EMAIL]?x",
        "a@example.com,b@example.com | [EMAIL],[EMAIL]",
        // payment cards
        "card 4111 1111 1111 1111. | card [CARD].",
        "card 4111-1111-1111-1111 | card [CARD]",
        "4111111111111111 | [CARD]",
        "amex 378282246310005 | amex [CARD]",
        "5555555555554444 12/29 | [CARD] 12/29",
        "4111 1111 1111 1111 2026 | [CARD] 2026",
        "2 4111111111111111 | 2 [CARD]",
        "no:6011000990139424 | no:[CARD]",
        // bank accounts
        "iban DE89 3704 0044 0532 0130 00 | iban [IBAN]",
        "GB82WEST12345698765432. | [IBAN].",
        "NO93 8601 1117 947 IS GOOD | [IBAN] IS GOOD",
        "FR1420041010050500013M02606 | [IBAN]",
        // social security numbers
        "ssn 078-05-1120 | ssn [SSN]",
        "(219-09-9999) | ([SSN])",
        // IP addresses
        "from 192.168.17.254 port 1 | from [IP] port 1",
        "http://10.0.0.1:8080/ | http://[IP]:8080/",
        "255.255.255.255. | [IP].",
        "2001:db8:85a3:0:0:8a2e:370:7334 | [IP]",
        "at 2001:db8::1, | at [IP],",
        "ip:2001:db8::1 | ip:[IP]",
        "[::1]:80 | [[IP]]:80",
        "fe80::1%eth0 | [IP]%eth0",
        // phones
        "call +44 20 7946 0958 | call [PHONE]",
        "call +49 (0)89 636-48018 | call [PHONE]",
        "+14155552671 | [PHONE]",
        "call (555) 123-4567 | call [PHONE]",
        "555-123-4567 | [PHONE]",
        "555.123.4567 | [PHONE]",
        // tokens and keys
        "Authorization: Bearer abcdef123456.xyz | Authorization: [TOKEN]",
        "bearer  dGhpcyBpcyBhIHRva2Vu== | [TOKEN]",
        "key sk-proj-abcdefghijklmnopqrstuvwx | key [API_KEY]",
        "sk-ant-api03-Zz9Zz9Zz9Zz9Zz9Zz9Zz9 | [API_KEY]",
        "sk_live_4eC39HqLyjWDarjtT1zdp7dc | [API_KEY]",
        "id AKIAIOSFODNN7EXAMPLE | id [API_KEY]",
        "AIzaSyA1234567890abcdefghijklmnopqrstuv | [API_KEY]",
        "ghp_1234567890abcdefghijklmnopqrstuvwxyz | [API_KEY]",
        "github_pat_11ABCDEFG0abcdefghijklmnop | [API_KEY]",
        "xoxb-123456789012-abcdefghijklmnopqrst | [API_KEY]",
        "glpat-abcdefghij1234567890 | [API_KEY]",
        "hf_abcdefghijklmnopqrstuvwxyzABCDEFGH | [API_KEY]",
        "xoxb-1234567890-abcdefg | [API_KEY]",
        // secrets by the names they go by
        "api_key=9f8e7d6c5b4a | api_key=[SECRET]",
        "X-Api-Key: 9f8e7d6c5b4a, | X-Api-Key: [SECRET],",
        "password: hunter2. | password: [SECRET]",
        "DB_PASSWORD=s3cr3t!x&user=jo | DB_PASSWORD=[SECRET]&user=jo",
        "{\"password\" : \"hunter2\"} | {\"password\" : \"[SECRET]\"}",
        "{\\\"client_secret\\\":\\\"a1b2c3d4\\\"} | {\\\"client_secret\\\":\\\"[SECRET]\\\"}",
        "https://x.org/?token=a1b2c3d4e5&q=1 | https://x.org/?token=[SECRET]&q=1",
        "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG | aws_secret_access_key = [SECRET]",
        "secretKey: wJalrXUt1, access-key=a1b2c3d4 | secretKey: [SECRET], access-key=[SECRET]",
        // JSON Web Tokens
        "jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl end | jwt [JWT] end",
        "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxMjM0In0. | [JWT]"
      })
  void replacesWhatIdentifiesOrOpens(String text, String redacted) {
    assertThat(redactor.redact(text)).isEqualTo(redacted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a @ b",
        "@Override public @Nullable String",
        "user@localhost",
        "4111 1111 1111 1112 is no card",
        "1732190000000 milliseconds since 1970",
        "9999999999999995",
        "x4111111111111111 is a name",
        "DE00 3704 0044 0532 0130 00 is no account",
        "AB12 IS A ROOM",
        "000-12-3456",
        "666-12-3456",
        "078-05-1120-9",
        "version 1.2.3 and 300.1.1.1",
        "1.2.3.4.5",
        "10:00:00",
        "std::string a::b",
        "00:1B:44:11:3A:B7",
        "2026-11-21T10:00:00Z",
        "2026-11-21 10:00:00.123456",
        "order 123456, invoice 2026-000123",
        "3.14159265358979",
        "1+2 = 3, x+12345678",
        "512 F.2d 1024 (9th Cir. 1975)",
        "see 214 Mer. 118, 123-456",
        "the bearer of news",
        "bearer token-based authentication",
        "sk-learn, pk_orders_customer, sk-a-name-of-some-feature",
        "AKIA is a prefix",
        "xoxb-tokens start so",
        "jörg@büro",
        "password: String, password = readPassword2()",
        "the password: must be long",
        "token: 12345678, max_tokens=4096, tokens: 20480abc",
        "passwords: 1234567, tokenize=abc12345",
        "if (password == a1b2c3d4) x => 1, a = 5; b: 12345678a",
        "secret: the 39 steps",
        "eyJust.kidding.you",
        "call_abc123",
        "chatcmpl-9fGh2kLmNoPqRsTuVwXyZ",
        "3f2504e0-4f89-11d3-9a0c-0305e82c3301"
      })
  void leavesTheRest(String text) {
    assertThat(redactor.redact(text)).isEqualTo(text);
  }

  @Test
  void lettersOfOtherAlphabetsSuggestNothing() {
    StringBuilder text = new StringBuilder();
    for (char letter = 256; letter < Character.MIN_SURROGATE; letter++) {
      text.append(letter).append(letter % 7 == 0 ? "12345678" : "a");
    }

    assertThat(redactor.redact(text.toString())).isEqualTo(text.toString());
    assertThat(redactor.redact(text + " jo@example.com")).isEqualTo(text + " [EMAIL]");
  }

  @Test
  void aFindingIsRecognizedAcrossTheBound() {
    String text = "x".repeat(90) + " jane.doe.the.elder@example.com";

    assertThat(redactor.bounded(text, 100)).isEqualTo("x".repeat(90) + " [EMAIL]");
    assertThat(redactor.bounded(text + " and more", 104)).doesNotContain("jane").hasSize(104);
  }

  @Test
  void theBoundCountsWhatIsShown() {
    String shown = redactor.bounded("jane.doe.the.elder@example.com ".repeat(100), 80);

    assertThat(shown).isEqualTo("[EMAIL] ".repeat(10));
  }

  @Test
  void usersRulesComeFirst() {
    Redactor own = redactor.with(text -> text.replaceAll("K-\\d+", "[CUSTOMER]"));

    assertThat(own.redact("K-4711 is jane@example.com")).isEqualTo("[CUSTOMER] is [EMAIL]");
  }

  @Test
  void aRuleThatThrowsOrAnswersNothingHidesTheWholeText() {
    Redactor throwing =
        redactor.with(
            text -> {
              throw new IllegalStateException(text);
            });
    Redactor silent = redactor.with(text -> null);

    assertThat(throwing.redact("SECRET")).isEqualTo("[REDACTED]");
    assertThat(silent.redact("SECRET")).isEqualTo("[REDACTED]");
  }

  @Test
  void servicesAreFoundAndTheirFailuresTold() {
    List<Throwable> failures = new ArrayList<>();
    Redactor loaded = Redactor.load(failures::add);

    assertThat(loaded.redact("patient #12345")).isEqualTo("patient [PATIENT]");
    assertThat(loaded.redact("breaks-rule SECRET")).isEqualTo("[REDACTED]");
    assertThat(failures).hasSize(1);
  }

  /** Found as a service. */
  public static final class PatientRule implements RedactionRule {

    @Override
    public String redact(String text) {
      if (text.contains("breaks-rule")) {
        throw new IllegalStateException("the rule is broken");
      }
      return text.replaceAll("#\\d{5}\\b", "[PATIENT]");
    }
  }
}
