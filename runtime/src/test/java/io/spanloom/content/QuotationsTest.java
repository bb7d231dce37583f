package io.spanloom.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuotationsTest {

  private final Quotations quotations = new Quotations();

  @Test
  void cutsPassagesWhereverTheyStandInAKnownText() {
    quotations.know("The quick brown fox jumps over the lazy dog.");

    assertThat(quotations.cutFrom("cannot parse 'brown fox jumps over' at 3"))
        .isEqualTo("cannot parse '[CONTENT]' at 3");
    assertThat(quotations.cutFrom("a brown fox")).isEqualTo("a brown fox");
  }

  @Test
  void cutsShortTextsAsAWhole() {
    quotations.know("tort");
    quotations.know("at");

    assertThat(quotations.cutFrom("tort at torts: tort"))
        .isEqualTo("[CONTENT] at torts: [CONTENT]");
  }

  @Test
  void knowsTextsInContainersOfTheJdk() {
    quotations.know(List.of(Map.of("k", new String[] {"in an array"})));

    assertThat(quotations.cutFrom("see in an array")).isEqualTo("see [CONTENT]");
  }

  @Test
  void repeatedAndOverlappingQuotationsGoAll() {
    quotations.know("abcdefghijklmnop");
    quotations.know("ijklmnopqrstuvwx");

    assertThat(quotations.cutFrom("1 abcdefghijkl 2 abcdefghijklmnopqrstuvwx 3 abcdefghijkl"))
        .isEqualTo("1 [CONTENT] 2 [CONTENT] 3 [CONTENT]");
  }

  @Test
  void otherMessagesStay() {
    quotations.know("What does the law say?");

    assertThat(quotations.cutFrom("Connection refused")).isEqualTo("Connection refused");
    assertThat(quotations.cutFrom("")).isEmpty();
  }
}
