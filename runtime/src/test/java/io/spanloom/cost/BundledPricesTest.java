package io.spanloom.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.llm.TokenUsage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The bundled table beside what the calculator of the package says that it is made from: {@code
 * prices/make_prices.py} writes both.
 */
class BundledPricesTest {

  private static final Instant NOON = Instant.parse("2026-11-15T12:00:00Z");
  private static final Instant EARLIER = Instant.parse("2025-07-01T03:00:00Z");
  private static final TokenUsage MILLIONS = TokenUsage.of(1_000_000, 1_000_000);

  private static final Map<String, TokenUsage> USAGES =
      Map.of(
          "prompt", TokenUsage.of(1000, 0),
          "plain", TokenUsage.of(1000, 500),
          "long", new TokenUsage(300_000L, 2000L, 100_000L, 50_000L, null),
          "hour",
              TokenUsage.of(10_000, 100).toBuilder()
                  .cacheWrite(4000L)
                  .cacheWrite1h(3000L)
                  .reasoning(40L)
                  .build(),
          "media",
              TokenUsage.of(5000, 800).toBuilder()
                  .audioInput(1000L)
                  .audioOutput(300L)
                  .imageInput(500L)
                  .imageOutput(200L)
                  .build());

  @Test
  void allModelsCostWhatThePackageSays() throws IOException {
    List<String[]> rows = rows();
    List<String> columns = Arrays.asList(rows.get(0));
    List<String> wrong = new ArrayList<>();
    int compared = 0;
    for (String[] row : rows.subList(1, rows.size())) {
      for (int i = 3; i < row.length; i++) {
        String column = columns.get(i);
        Cost cost = cost(row[0], row[1], column);
        compared++;
        if (!same(row[i], cost)) {
          wrong.add(row[0] + " " + row[1] + " " + column + ": " + row[i] + ", ours " + cost);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(compared).isGreaterThan(20_000);
  }

  @Test
  void allNamesOfAModelMeanIt() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (String[] row : rows().subList(1, rows().size())) {
      Cost cost = cost(row[0], row[1], "prompt");
      if (cost != null && !String.valueOf(cost.priceSource()).endsWith(row[0] + "/" + row[2])) {
        wrong.add(row[0] + " " + row[1] + ": " + cost.priceSource());
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gpt-4o-mini-foo",
        "claude-opus-4-6-x",
        "gpt-5-unknown",
        "gpt-5-image-9",
        "gpt-6",
        "gpt-5-7",
        "claude-opus-4-6-1",
        "claude-opus-4-60",
        "claude-sonnet-4-9",
        "gemini-2.5-flash-native-audio",
        "gemini-2.5-pro-tts-2",
        "gemini-2.5-pro-computer-use",
        "gemini-1.5-flash-9b",
        "o3-max",
        "o1-preview-mini",
        "claude-3-haiku-next",
        "grok-4-vision-x",
        "my-claude-opus-4-6",
        "not-gpt-4o",
        "ft:gpt-4.1-mini-2025-04-14:acme::x",
        "gpt-4o-mini:acme",
        "claude",
        "gpt",
        "gemini",
        "us.anthropic.claude-opus-9-20990101-v1:0",
        "models/gemini-9",
        "openai/gpt-9",
        "anthropic/claude-opus-4-6-x",
        "acme/gpt-4o",
        "somewhere/claude-opus-4-6",
        "qwen/qwen3-nothing:free",
        "deepseek-v4-pro-max",
        "mistral-large-x"
      })
  void aRelativeHasNoPrice(String model) {
    for (String provider : new String[] {null, "openai", "anthropic", "unheard_of"}) {
      assertThat(total(provider, model)).as("%s by %s", model, provider).isNull();
    }
  }

  @ParameterizedTest
  @CsvSource({
    // who is said to answer, the name that came back, and the provider and name it is priced as
    "openai, openai/gpt-4.1-mini, openai, gpt-4.1-mini",
    "openai, models/gemini-2.5-flash, google, gemini-2.5-flash",
    "openai, gemini-2.5-flash, google, gemini-2.5-flash",
    "openai, anthropic/claude-sonnet-4.5, anthropic, claude-sonnet-4-5",
    "openai, azure/gpt-4o, azure, gpt-4o",
    "openai, vertex_ai/gemini-2.5-pro, google, gemini-2.5-pro",
    "openai, bedrock/us.anthropic.claude-sonnet-4-20250514-v1:0, aws, us.anthropic.claude-sonnet-4-20250514-v1:0",
    "openai, openrouter/meta-llama/llama-3.3-70b-instruct, openrouter, meta-llama/llama-3.3-70b-instruct",
    "anthropic, us.anthropic.claude-sonnet-4-20250514-v1:0, aws, us.anthropic.claude-sonnet-4-20250514-v1:0",
    "anthropic, eu.anthropic.claude-haiku-4-5-20251001-v1:0, aws, eu.anthropic.claude-haiku-4-5-20251001-v1:0",
    "anthropic, apac.anthropic.claude-sonnet-4-20250514-v1:0, aws, apac.anthropic.claude-sonnet-4-20250514-v1:0",
    "anthropic, global.anthropic.claude-opus-4-6-v1:0, aws, global.anthropic.claude-opus-4-6-v1:0",
    "aws.bedrock, arn:aws:bedrock:us-east-1:1:inference-profile/us.anthropic.claude-sonnet-4-20250514-v1:0, aws, us.anthropic.claude-sonnet-4-20250514-v1:0",
    "anthropic, claude-sonnet-4@20250514, google, claude-4-sonnet",
    ", publishers/anthropic/models/claude-sonnet-4@20250514, google, claude-4-sonnet",
    "gcp.vertex_ai, projects/p/locations/l/publishers/google/models/gemini-2.5-pro, google, gemini-2.5-pro",
    "azure.ai.openai, gpt-4.1-mini-2025-04-14, openai, gpt-4.1-mini",
    "x_ai, grok-4, x-ai, grok-4",
    ", GPT-4.1-Mini, openai, gpt-4.1-mini",
    ", mistral-large-latest, mistral, mistral-large-latest",
    "openai, gpt-5.2-20251211, openai, gpt-5.2",
  })
  void cloudsAndGatewaysAreUnderstood(
      @Nullable String told, String name, String provider, String model) {
    assertThat(total(told, name)).isNotNull().isEqualTo(total(provider, model));
  }

  @Test
  void whatIsFreeCostsNothingAndWhatIsUnknownHasNoCost() throws IOException {
    assertThat(total("openai", "meta-llama/llama-3.3-70b-instruct:free")).isEqualTo(0.0);
    assertThat(total("openai", "meta-llama/llama-3.3-70b-instruct"))
        .as("many offer it, at prices of their own")
        .isNull();
    assertThat(total("openai", "mistral-large-latest")).isNull();
    assertThat(total("groq", "gpt-4.1-mini")).as("a provider that does not list it").isNull();
  }

  @Test
  void theServerTellsMoreThanTheProtocol() {
    TokenUsage usage = MILLIONS;
    BilledCall call =
        new BilledCall(
            "openai", "openrouter.ai", "deepseek/deepseek-chat", null, usage, null, NOON);

    Cost cost = PriceTable.bundled().cost(call);

    assertThat(cost).isNotNull();
    assertThat(cost.priceSource()).endsWith("openrouter/deepseek/deepseek-chat");
  }

  @Test
  void aTierWithoutAPriceHasNoCost() {
    assertThat(cost("openai", "gpt-5-2025-08-07", MILLIONS, NOON, "flex").total()).isEqualTo(5.625);
    assertThat(cost("openai", "gpt-5-2025-08-07", MILLIONS, NOON, "priority").total())
        .isEqualTo(22.5);
    assertThat(cost("openai", "gpt-5", MILLIONS, NOON, "default").total()).isEqualTo(11.25);
    assertThat(cost("anthropic", "claude-sonnet-4-5", MILLIONS, NOON, "batch").total())
        .as("half of 6 and 22.5: the prompt is a long one")
        .isEqualTo(14.25);
    assertThat(cost("openai", "gpt-5", MILLIONS, NOON, "scale")).isNull();
    assertThat(cost("openai", "gpt-5", MILLIONS, EARLIER, "flex")).as("not known then").isNull();
    assertThat(cost("anthropic", "claude-sonnet-4-5", MILLIONS, NOON, "priority")).isNull();
    assertThat(cost("azure", "gpt-5", MILLIONS, NOON, "priority"))
        .as("another provider's tier")
        .isNull();
  }

  private static boolean same(String expected, @Nullable Cost cost) {
    if (expected.equals("-") || cost == null) {
      return expected.equals("-") && cost == null;
    }
    double total = Double.parseDouble(expected);
    return Math.abs(total - cost.total()) <= 1e-9 * total + 1e-15;
  }

  /** Of the provider's own server: OpenAI's and Anthropic's names alone do not tell it. */
  private static @Nullable Cost cost(String provider, String model, String column) {
    boolean protocol = provider.equals("openai") || provider.equals("anthropic");
    TokenUsage usage = USAGES.getOrDefault(column, TokenUsage.of(1000, 500));
    return PriceTable.bundled()
        .cost(
            new BilledCall(
                provider,
                protocol ? "api." + provider + ".com" : null,
                model,
                null,
                usage,
                USAGES.containsKey(column) || column.equals("earlier") ? null : column,
                column.equals("earlier") ? EARLIER : NOON));
  }

  private static @Nullable Cost cost(
      @Nullable String provider,
      String model,
      TokenUsage usage,
      Instant time,
      @Nullable String tier) {
    return PriceTable.bundled()
        .cost(new BilledCall(provider, null, model, null, usage, tier, time));
  }

  private static @Nullable Double total(@Nullable String provider, String model) {
    Cost cost = cost(provider, model, MILLIONS, NOON, null);
    return cost == null ? null : cost.total();
  }

  private static List<String[]> rows() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    BundledPricesTest.class.getResourceAsStream("genai-prices.tsv")),
                StandardCharsets.UTF_8))) {
      Stream<String> lines = reader.lines().filter(line -> !line.startsWith("#"));
      return lines.map(line -> line.split("\t", -1)).toList();
    }
  }
}
