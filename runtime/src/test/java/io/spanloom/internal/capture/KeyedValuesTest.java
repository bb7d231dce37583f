package io.spanloom.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of arguments may come from a model, and wait with their frame for the next call. */
class KeyedValuesTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 10_000})
  @Timeout(60)
  void whatIsClearedIsLetGo(int count) {
    KeyedValues<String> values = new KeyedValues<>();
    WeakReference<String> name = fill(values, count);
    values.clear();
    while (name.get() != null) {
      System.gc();
    }

    assertThat(values.isEmpty()).isTrue();
    values.add("next", 1);
    assertThat(values.asMap()).containsEntry("next", 1).hasSize(1);
  }

  @Test
  void theFirstMayStay() {
    KeyedValues<String> values = new KeyedValues<>();
    fill(values, 3);
    values.truncate(1);

    assertThat(values.keys()).containsExactly("name 0");
  }

  private static WeakReference<String> fill(KeyedValues<String> values, int count) {
    String name = "";
    for (int i = 0; i < count; i++) {
      name = "name " + i;
      values.add(name, i);
    }
    return new WeakReference<>(name);
  }
}
