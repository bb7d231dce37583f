package io.spanloom.springai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeakIdentityMapTest {

  private final WeakIdentityMap<List<String>, String> map = new WeakIdentityMap<>();

  @Test
  void distinguishesEqualKeys() {
    List<String> one = new ArrayList<>();
    List<String> other = new ArrayList<>();

    map.put(one, "one");

    assertThat(map.get(one)).isEqualTo("one");
    assertThat(map.get(other)).isNull();
    assertThat(map.putIfAbsent(one, "again")).isEqualTo("one");
    assertThat(map.putIfAbsent(other, "other")).isNull();
    map.remove(other, "one");
    assertThat(map.remove(other)).isEqualTo("other");
    assertThat(map.size()).isEqualTo(1);
  }

  @Test
  void findsKeysWhoseContentChanges() {
    List<String> key = new ArrayList<>();
    map.put(key, "value");

    key.add("more");

    assertThat(map.get(key)).isEqualTo("value");
  }

  @Test
  void letsGoOfValuesWithTheirKeys() {
    for (int i = 0; i < 100; i++) {
      map.put(new ArrayList<>(), "value");
    }

    for (int i = 0; i < 1000 && map.size() > 0; i++) {
      System.gc();
    }

    assertThat(map.size()).isZero();
  }
}
