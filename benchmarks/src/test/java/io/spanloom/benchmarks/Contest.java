package io.spanloom.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.testing.SpanloomExtension;
import java.util.List;

/** A comparison is fair only if all contestants record the same. */
public final class Contest {

  private Contest() {}

  /** All that was recorded is three times the same spans, the woven ones first. */
  public static void assertSame(int spansEach, SpanloomExtension spanloom) {
    List<SpanData> spans = spanloom.spans();
    assertThat(spans).hasSize(3 * spansEach);
    for (int i = 0; i < spans.size(); i++) {
      SpanData woven = spans.get(i % spansEach);
      SpanData span = spans.get(i);
      assertThat(span.getName()).isEqualTo(woven.getName());
      assertThat(span.getKind()).isEqualTo(woven.getKind());
      assertThat(span.getAttributes()).isEqualTo(woven.getAttributes());
      assertThat(span.getAttributes().size()).isPositive();
    }
  }
}
