package io.spanloom.internal.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberDetectorTest {

  /** What stands in numbers, and some of what stands around them. */
  private static final String CHARACTERS = "00123456789 --..()+aA_\n";

  private static final int TEXTS = 20_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatIsPassedOverHoldsNothing(long seed) {
    Random random = new Random(seed);
    int passedOver = 0;
    for (int i = 0; i < TEXTS; i++) {
      String text = text(random);
      for (int at = 0; at < text.length(); at++) {
        if (!Texts.isDigit(text.charAt(at))) {
          continue;
        }
        int end = NumberDetector.digitsEnd(text, at);
        if (Texts.startsWord(text, at) && NumberDetector.isShort(text, at, end)) {
          ScanState scan = new ScanState();
          NumberDetector.number(text, at, scan);
          assertThat(scan.findings()).as(text).isNull();
          passedOver++;
        }
        for (int inside = at + 1; inside < end; inside++) {
          ScanState scan = new ScanState();
          new NumberDetector().look(text, inside, scan);
          assertThat(scan.findings()).as(text).isNull();
        }
      }
    }
    assertThat(passedOver).isGreaterThan(TEXTS);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(40);
    boolean card = random.nextInt(4) == 0;
    for (int i = 0; i < length; i++) {
      text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    return card
        ? text.insert(random.nextInt(length + 1), "4111 1111 1111 1111").toString()
        : text.toString();
  }
}
