package io.spanloom;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.Tool;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is measured of the chunks of streamed responses. */
class StreamMetricsTest {

  private static final String FIRST = "gen_ai.client.operation.time_to_first_chunk";
  private static final String LATER = "gen_ai.client.operation.time_per_output_chunk";

  @Test
  void everyChunkAfterTheFirstIsMeasured() {
    try (Metered metered = Metered.with(SpanloomOptions.builder().build())) {
      chat(4).forEach(chunk -> {});

      assertThat(metered.table(FIRST)).endsWith(" = 1x\n");
      assertThat(metered.table(LATER))
          .isEqualTo(
              "gen_ai.operation.name=chat gen_ai.provider.name=openai gen_ai.request.model=m = 3x\n");
      assertThat(metered.metrics().get(LATER).getUnit()).isEqualTo("s");
    }
  }

  @Test
  void aResponseOfOneChunkHasNoTimeBetweenChunks() {
    try (Metered metered = Metered.with(SpanloomOptions.builder().build())) {
      chat(1).forEach(chunk -> {});

      assertThat(metered.metrics()).containsKey(FIRST).doesNotContainKey(LATER);
    }
  }

  @Test
  void whatIsNotSampledIsMeasuredToo() {
    try (Metered metered = Metered.with(SpanloomOptions.builder().build(), Sampler.alwaysOff())) {
      chat(3).forEach(chunk -> {});

      assertThat(metered.table(LATER)).endsWith(" = 2x\n");
    }
  }

  @Test
  void otherStreamsAreNotMeasuredSo() {
    try (Metered metered = Metered.with(SpanloomOptions.builder().build())) {
      pages().forEach(page -> {});

      assertThat(metered.metrics()).doesNotContainKeys(FIRST, LATER);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "genai-1.36, gen_ai.client.operation",
    "genai, gen_ai.client.operation",
    "genai-dev, gen_ai.client.inference"
  })
  void theNamesAreThoseOfTheConvention(String convention, String names) {
    SpanloomOptions options = SpanloomOptions.builder().conventions(convention).build();
    try (Metered metered = Metered.with(options)) {
      chat(2).forEach(chunk -> {});

      assertThat(metered.metrics().keySet())
          .contains(
              names + ".duration",
              names + ".time_to_first_chunk",
              names + ".time_per_output_chunk");
    }
  }

  @LlmCall(provider = "openai", model = "m")
  @SuppressWarnings("LlmCallWithoutUsage")
  Stream<String> chat(int chunks) {
    return Stream.iterate("chunk", chunk -> chunk).limit(chunks);
  }

  /** Pages. */
  @Tool
  Stream<String> pages() {
    return Stream.of("one", "two");
  }
}
