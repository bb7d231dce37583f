package io.spanloom.rxjava;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.integrations.testing.WithoutLibrary;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The integration's jar without its library is of no use, and of no harm. */
class MissingSdkTest {

  @Test
  void programsAreTracedWithoutItAndOneLineSaysSo() throws Exception {
    List<String> lines = WithoutLibrary.run("rxjava-3");

    assertThat(lines)
        .filteredOn(line -> line.contains("is not used"))
        .singleElement()
        .asString()
        .startsWith("io.spanloom.rxjava is not used: io.reactivex.rxjava3.core.");
    assertThat(lines).contains("execute_tool lookup", "found");
  }
}
