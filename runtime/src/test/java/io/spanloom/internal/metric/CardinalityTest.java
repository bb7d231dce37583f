package io.spanloom.internal.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CardinalityTest {

  private final List<String> warnings = new ArrayList<>();
  private final Cardinality cardinality = new Cardinality(warnings::add);

  @Test
  void aValueTooLongForANameIsNotReported() {
    String longest = "x".repeat(Cardinality.MAX_LENGTH);

    assertThat(cardinality.bounded("key", longest)).isEqualTo(longest);
    assertThat(cardinality.bounded("key", longest + "x")).isEqualTo(Cardinality.OTHER);
    assertThat(warnings).isEmpty();
  }

  @Test
  void longValuesTakeNoShortOnesPlace() {
    for (int i = 0; i < 10_000; i++) {
      cardinality.bounded("key", "x".repeat(1000) + i);
    }

    assertThat(cardinality.bounded("key", "a")).isEqualTo("a");
  }
}
