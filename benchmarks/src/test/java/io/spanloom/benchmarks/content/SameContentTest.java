package io.spanloom.benchmarks.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.spanloom.benchmarks.Contest;
import io.spanloom.testing.SpanloomExtension;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SameContentTest {

  private static final AttributeKey<String> INPUT = AttributeKey.stringKey("input.value");
  private static final String ADDRESS = "@example.org";
  private static final int SMALL = 1024;

  @RegisterExtension
  final SpanloomExtension spanloom = SpanloomExtension.with(ContentBenchmark.wholeContent());

  /** Spanloom bounds the time that writing takes, and a first call may spend it on classes. */
  @BeforeEach
  void loadClasses() {
    callAll(SampleRecord.withAddresses(SMALL));
    spanloom.recorded().clear();
  }

  @Test
  void whereNothingIsToBeRedacted() {
    callAll(SampleRecord.withoutAddresses(SMALL));

    Contest.assertSame(1, spanloom);
  }

  @Test
  void onlySpanloomRedacts() {
    Map<String, Object> record = SampleRecord.withAddresses(SMALL);

    callAll(record);

    Attributes woven = spanloom.spans().get(0).getAttributes();
    Attributes byHand = spanloom.spans().get(1).getAttributes();
    assertThat(woven.asMap().keySet()).isEqualTo(byHand.asMap().keySet());
    assertThat(woven.get(INPUT)).doesNotContain(ADDRESS);
    assertThat(byHand.get(INPUT)).contains(ADDRESS);
  }

  @ParameterizedTest
  @ValueSource(ints = {4096, 262144})
  void theArgumentIsAsLargeAsTheBenchmarkSays(int characters) {
    assertThat(Json.write(SampleRecord.withAddresses(characters)).length())
        .isBetween(characters, characters + 100);
  }

  private void callAll(Map<String, Object> record) {
    HandWrittenFiling handWritten = new HandWrittenFiling(spanloom.openTelemetry());
    new WovenFiling().file("call_1", record);
    handWritten.fileOnBuilder("call_1", record);
    handWritten.fileOnSpan("call_1", record);
  }
}
