package io.spanloom.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spanloom.llm.TokenUsage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTableTest {

  private static final String TABLE =
      """
      {
        "date": "2026-01-01", "source": "the test", "unknown": [1, 2],
        "models": {
          "small": {"input": 1, "output": 2},
          "small-audio": {},
          "speaking": {"input": 2, "audioInput": 30, "output": 8, "reasoning": 12, "audioOutput": 60},
          "large": {"input": 10, "cacheRead": 1, "cacheWrite": 12, "output": 20}
        }
      }
      """;

  @Test
  void pricesCachedTokensApart() throws IOException {
    TokenUsage usage = new TokenUsage(1_000_000L, 500_000L, 300_000L, 200_000L, 100_000L);

    Cost cost = read(TABLE).cost("large", usage);

    assertThat(cost).isNotNull();
    assertThat(cost.prompt()).isCloseTo(0.5 * 10 + 0.3 * 1 + 0.2 * 12, within(1e-12));
    assertThat(cost.completion()).isCloseTo(0.5 * 20, within(1e-12));
    assertThat(cost.total()).isCloseTo(cost.prompt() + cost.completion(), within(1e-12));
  }

  @Test
  void cachedTokensCostAsMuchAsOthersIfTheTableDoesNotSay() throws IOException {
    Cost cost = read(TABLE).cost("small", new TokenUsage(1_000_000L, 0L, 400_000L, null, null));

    assertThat(cost.prompt()).isEqualTo(1);
    assertThat(cost.completion()).isZero();
  }

  @Test
  void audioAndReasoningCostWhatTheTableSays() throws IOException {
    TokenUsage usage =
        new TokenUsage(1_000_000L, 1_000_000L, null, null, 500_000L, 400_000L, 100_000L);

    Cost cost = read(TABLE).cost("speaking", usage);

    assertThat(cost).isNotNull();
    assertThat(cost.prompt()).isCloseTo(0.6 * 2 + 0.4 * 30, within(1e-12));
    assertThat(cost.completion()).isCloseTo(0.4 * 8 + 0.5 * 12 + 0.1 * 60, within(1e-12));
    assertThat(cost.details().audioInput()).isCloseTo(0.4 * 30, within(1e-12));
    assertThat(cost.details().audioOutput()).isCloseTo(0.1 * 60, within(1e-12));
    assertThat(cost.details().reasoning()).isCloseTo(0.5 * 12, within(1e-12));
    assertThat(cost.details().cacheRead()).isNull();
  }

  @Test
  void audioWithoutAPriceIsNotGuessed() throws IOException {
    TokenUsage spoken = new TokenUsage(10L, 10L, null, null, null, 5L, null);
    TokenUsage silent = new TokenUsage(10L, 10L, null, null, null, 0L, 0L);

    assertThat(read(TABLE).cost("large", spoken)).isNull();
    assertThat(read(TABLE).cost("large", silent)).isNotNull();
  }

  @Test
  void aTableIsReadFromAPathOrAUrl(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("prices.json"), TABLE);

    assertThat(PriceTable.at(file.toString()).source()).isEqualTo("the test");
    assertThat(PriceTable.at(file.toUri().toString()).source()).isEqualTo("the test");
    assertThatThrownBy(() -> PriceTable.at(directory.resolve("none.json").toString()))
        .isInstanceOf(IOException.class);
  }

  @Test
  @Timeout(10)
  void aModelsNameMayBeAnyText() throws IOException {
    String model = "a-".repeat(1_000_000);

    assertThat(read(TABLE).cost(model, TokenUsage.of(1, 1))).isNull();
    assertThat(read(TABLE).cost("small-" + model, TokenUsage.of(1, 1))).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({"small", "small-2026-01-01", "small@latest", "small:free"})
  void aModelContinuesItsNameAtASeparator(String model) throws IOException {
    assertThat(read(TABLE).cost(model, TokenUsage.of(1, 1))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"smaller", "small.5", "unknown", "sma", "", "small-audio-preview"})
  void aModelTheTableDoesNotKnowHasNoCost(String model) throws IOException {
    assertThat(read(TABLE).cost(model, TokenUsage.of(1, 1))).isNull();
  }

  @Test
  void withoutTokensThereIsNoCost() throws IOException {
    assertThat(read(TABLE).cost("small", null)).isNull();
    assertThat(read(TABLE).cost("small", new TokenUsage(1L, null, null, null, null))).isNull();
    assertThat(read(TABLE).cost(null, TokenUsage.of(1, 1))).isNull();
  }

  @Test
  void theBundledTableSaysWhereItComesFrom() {
    PriceTable bundled = PriceTable.bundled();

    assertThat(bundled.date()).matches("\\d{4}-\\d{2}-\\d{2}");
    assertThat(bundled.source()).isNotBlank();
    assertThat(bundled.cost("gpt-4.1-mini-2025-04-14", TokenUsage.of(1_000_000, 1_000_000)))
        .isEqualTo(new Cost(0.40, 1.60));
    assertThat(bundled.cost("gpt-4o-audio-preview", TokenUsage.of(1, 1))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[]", "{\"models\": []}", "{\"models\": {\"a\": {\"input\": -1}}}", "{\"models\""})
  void aTableOfAnotherShapeIsRefused(String json) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(IOException.class);
  }

  private static PriceTable read(String json) throws IOException {
    return PriceTable.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }
}
