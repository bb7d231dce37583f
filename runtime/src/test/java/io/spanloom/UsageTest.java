package io.spanloom;

import static io.spanloom.Recorded.attributes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.ModelSdk.Request;
import io.spanloom.ModelSdk.Response;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.Embedding;
import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.LlmCall;
import io.spanloom.llm.TokenUsage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Usage that cannot be right leaves no figure, no sum and no cost. */
class UsageTest {

  private static final String MODEL = "gpt-4.1-mini-2025-04-14";

  static Stream<Arguments> figures() {
    return Stream.of(
        Arguments.of(TokenUsage.of(50, 5), "input=50 output=5", true),
        Arguments.of(TokenUsage.of(0, 0), "input=0 output=0", true),
        Arguments.of(
            new TokenUsage(50L, 5L, 50L, 0L, 5L),
            "input=50 output=5 read=50 write=0 reasoning=5",
            true),
        Arguments.of(null, "", false),
        Arguments.of(new TokenUsage(7L, null, null, null, null), "input=7", false),
        Arguments.of(TokenUsage.of(-1, -1), "", false),
        Arguments.of(TokenUsage.of(50, -5), "input=50", false),
        Arguments.of(TokenUsage.of(Long.MIN_VALUE, 5), "output=5", false),
        Arguments.of(TokenUsage.of(Long.MAX_VALUE, Long.MAX_VALUE), "", false),
        Arguments.of(TokenUsage.of(1_000_000_001, 5), "output=5", false),
        Arguments.of(new TokenUsage(50L, 5L, 100_000L, null, null), "input=50 output=5", false),
        Arguments.of(new TokenUsage(50L, 5L, -1L, 3L, null), "input=50 output=5 write=3", false),
        Arguments.of(new TokenUsage(50L, 5L, 30L, 30L, null), "input=50 output=5", false),
        Arguments.of(new TokenUsage(50L, 5L, null, null, 900L), "input=50 output=5", false),
        Arguments.of(
            new TokenUsage(50L, 5L, null, null, null, 51L, 6L), "input=50 output=5", false));
  }

  @ParameterizedTest
  @MethodSource("figures")
  void isRecordedAsFarAsItCanBeRight(@Nullable TokenUsage usage, String expected, boolean priced) {
    try (Metered metered = Metered.with(SpanloomOptions.builder().build())) {
      run(usage);

      for (SpanData span : metered.spans()) {
        assertThat(negative(attributes(span))).isEmpty();
      }
      Map<String, Object> call = attributes(metered.spans().get(0));
      assertThat(figures(call)).isEqualTo(expected);
      assertThat(call.containsKey("llm.cost.total")).isEqualTo(priced);
      assertThat(call.containsKey("spanloom.cost.price_source")).isEqualTo(priced);
      Map<String, Object> agent = attributes(metered.spans().get(1));
      assertThat(agent.containsKey("spanloom.total.cost")).isEqualTo(priced);
      assertThat(agent.get("spanloom.total.input_tokens"))
          .isEqualTo(call.get("gen_ai.usage.input_tokens"));
      assertThat(metered.table("gen_ai.client.token.usage")).doesNotContain("= -", "9223");
      assertThat(metered.table("spanloom.cost").isEmpty()).isEqualTo(!priced);
    }
  }

  @ParameterizedTest
  @MethodSource("figures")
  void isReadFromAttributesInTheSameWay(
      @Nullable TokenUsage usage, String expected, boolean priced) {
    if (usage == null) {
      return;
    }
    try (Recorded recorded = Recorded.withDefaults()) {
      captured(MODEL, usage);

      Map<String, Object> call = attributes(recorded.spans().get(0));
      assertThat(negative(call)).isEmpty();
      assertThat(figures(call)).isEqualTo(expected);
      assertThat(call.containsKey("llm.cost.total")).isEqualTo(priced);
    }
  }

  @Test
  void theLargestCallsAddUp() {
    try (Recorded recorded = Recorded.withDefaults()) {
      runOften(TokenUsage.of(1_000_000_000, 0));

      assertThat(attributes(recorded.span("invoke_agent often")))
          .containsEntry("spanloom.total.input_tokens", 2_000_000_000_000L);
    }
  }

  @Test
  void embeddingsHaveNoNegativeFiguresEither() {
    try (Recorded recorded = Recorded.withDefaults()) {
      embed(-5);

      assertThat(attributes(recorded.spans().get(0)).keySet())
          .noneMatch(key -> key.contains("token") || key.contains("cost"));
    }
  }

  @Test
  void aCostIsWrittenInEveryConvention() {
    for (String convention : List.of("openinference", "genai", "genai-1.36", "genai-dev")) {
      SpanloomOptions options = SpanloomOptions.builder().conventions(convention).build();
      try (Recorded recorded = Recorded.with(options)) {
        run(new TokenUsage(1000L, 100L, 400L, null, 10L));

        Map<String, Object> call = attributes(recorded.span("chat " + MODEL));
        String total =
            convention.equals("openinference") ? "llm.cost.total" : "spanloom.cost.total";
        assertThat(call).as(convention).containsKey(total);
        assertThat((Double) call.get(total))
            .isCloseTo((600 * 0.4 + 400 * 0.1 + 100 * 1.6) / 1e6, within(1e-12));
        assertThat(call.get("spanloom.cost.price_source").toString())
            .contains("genai-prices", ": openai/gpt-4.1-mini");
      }
    }
  }

  @Test
  void aCostsPartsAddUp() {
    try (Recorded recorded = Recorded.withDefaults()) {
      run(new TokenUsage(1000L, 100L, 400L, null, 10L));

      Map<String, Object> call = attributes(recorded.span("chat " + MODEL));
      assertThat(sum(call, "prompt_details.input", "prompt_details.cache_read"))
          .isCloseTo(sum(call, "prompt"), within(1e-12));
      assertThat(sum(call, "completion_details.output", "completion_details.reasoning"))
          .isCloseTo(sum(call, "completion"), within(1e-12));
      assertThat(sum(call, "prompt_details.cache_input"))
          .isEqualTo(sum(call, "prompt_details.cache_read"));
    }
  }

  private static double sum(Map<String, Object> attributes, String... keys) {
    return Stream.of(keys).mapToDouble(key -> (Double) attributes.get("llm.cost." + key)).sum();
  }

  private static Map<String, Object> negative(Map<String, Object> attributes) {
    Map<String, Object> negative = new TreeMap<>();
    attributes.forEach(
        (key, value) -> {
          if (value instanceof Number number && number.doubleValue() < 0) {
            negative.put(key, value);
          }
        });
    return negative;
  }

  private static String figures(Map<String, Object> attributes) {
    StringBuilder text = new StringBuilder();
    Map<String, String> keys = new TreeMap<>();
    keys.put("1 input", "gen_ai.usage.input_tokens");
    keys.put("2 output", "gen_ai.usage.output_tokens");
    keys.put("3 read", "gen_ai.usage.cache_read.input_tokens");
    keys.put("4 write", "gen_ai.usage.cache_creation.input_tokens");
    keys.put("5 reasoning", "gen_ai.usage.reasoning.output_tokens");
    keys.forEach(
        (label, key) -> {
          if (attributes.containsKey(key)) {
            text.append(label.substring(2)).append('=').append(attributes.get(key)).append(' ');
          }
        });
    return text.toString().trim();
  }

  @Agent("run")
  void run(@Nullable TokenUsage usage) {
    ask(new Request(MODEL, List.of()), usage);
  }

  @Agent("often")
  void runOften(TokenUsage usage) {
    for (int i = 0; i < 2000; i++) {
      ask(new Request(MODEL, List.of()), usage);
    }
  }

  @LlmCall
  Response ask(Request request, @Nullable TokenUsage usage) {
    return new Response(MODEL, "x", List.of(), usage);
  }

  @LlmCall(provider = "openai")
  @Attribute(key = GenAi.USAGE_INPUT_TOKENS, path = "input")
  @Attribute(key = GenAi.USAGE_OUTPUT_TOKENS, path = "output")
  @Attribute(key = GenAi.USAGE_CACHE_READ_INPUT_TOKENS, path = "cacheRead")
  @Attribute(key = GenAi.USAGE_CACHE_CREATION_INPUT_TOKENS, path = "cacheWrite")
  @Attribute(key = GenAi.USAGE_REASONING_OUTPUT_TOKENS, path = "reasoning")
  @Attribute(key = "llm.token_count.prompt_details.audio", path = "audioInput")
  @Attribute(key = "llm.token_count.completion_details.audio", path = "audioOutput")
  TokenUsage captured(@Attribute(key = GenAi.REQUEST_MODEL) String model, TokenUsage usage) {
    return usage;
  }

  @Embedding(provider = "openai", model = "text-embedding-3-small")
  @Attribute(key = GenAi.USAGE_INPUT_TOKENS, path = "length")
  Vector embed(int tokens) {
    return new Vector(tokens);
  }

  record Vector(int length) {}
}
