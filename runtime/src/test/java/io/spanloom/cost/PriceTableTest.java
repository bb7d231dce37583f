package io.spanloom.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spanloom.llm.TokenUsage;
import io.spanloom.llm.TokenUsageBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
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
    assertThat(read(TABLE).cost("small-" + model, TokenUsage.of(1, 1))).isNull();
    assertThat(PriceTable.bundled().cost("claude-" + model, TokenUsage.of(1, 1))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "small", "SMALL", "small-2026-01-01", "small-20260101", "small@20260101", "small@latest",
        "small-latest", "small-0131", "small-001", "small-v1:0", "small-preview-05-20", "small:0"
      })
  void aSnapshotCostsWhatItsModelCosts(String model) throws IOException {
    assertThat(read(TABLE).cost(model, TokenUsage.of(1, 1))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "smaller",
        "small.5",
        "unknown",
        "sma",
        "",
        "small-audio-preview",
        "small-mini",
        "small-1",
        "small-5-1",
        "small:free",
        "small-2026-01-01-mini",
        "small-latest-x",
        "small-",
        "-small",
        "small-v",
        "small-12345",
        "a-small",
        "small--2026-01-01"
      })
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
    Cost cost = bundled.cost("gpt-4.1-mini-2025-04-14", TokenUsage.of(1_000_000, 1_000_000));
    assertThat(cost).isNotNull();
    assertThat(cost.prompt()).isEqualTo(0.40);
    assertThat(cost.completion()).isEqualTo(1.60);
    assertThat(cost.priceSource())
        .isEqualTo(bundled.source() + ", " + bundled.date() + ": openai/gpt-4.1-mini");
  }

  @Test
  void aTableMayHaveAllThatTheBundledOneHas() throws IOException {
    PriceTable table =
        read(
            """
            {"date": "2026-01-01", "source": "ours",
             "models": {
               "m": {"match": ["m", "m-*", "*.m"], "input": {"0": 1, "1000": 2}, "output": 10,
                 "cacheWrite": 3, "cacheWrite1h": 4, "request": 0.5,
                 "later": [{"from": "2026-06-01", "input": 5, "output": 50},
                           {"hours": "22:00-06:00", "input": 6, "output": 60}],
                 "tiers": {"flex": {"input": 0.5}, "batch": [{"from": "2026-02-01", "output": 1}]}}},
             "providers": {
               "acme": {"names": ["acme_ai"], "hosts": ["acme.example"], "fallback": ["other"],
                 "models": {"n": {"input": 1, "output": 1}}},
               "other": {"family": ["o-*"], "models": {"o-1": {"input": 2, "output": 2},
                 "n": {"input": 3, "output": 3}}}}}
            """);

    assertThat(total(table, "m", usage(1000, 0), null, "2026-01-02T12:00:00Z")).isEqualTo(0.501);
    assertThat(total(table, "m", usage(2000, 0), null, "2026-01-02T12:00:00Z")).isEqualTo(0.504);
    assertThat(total(table, "x.m", usage(0, 1000), null, "2026-06-01T00:00:00Z")).isEqualTo(0.06);
    assertThat(total(table, "m", usage(0, 1000), null, "2026-06-01T06:00:00Z")).isEqualTo(0.05);
    assertThat(total(table, "m", usage(1000, 0), "flex", "2026-01-02T12:00:00Z")).isEqualTo(0.5005);
    assertThat(total(table, "m", usage(0, 1000), "batch", "2026-01-02T12:00:00Z")).isNull();
    assertThat(total(table, "m", usage(0, 1000), "batch", "2026-02-02T12:00:00Z")).isEqualTo(0.501);
    assertThat(total(table, "m", usage(0, 1000), "scale", "2026-02-02T12:00:00Z")).isNull();

    TokenUsage million = usage(1_000_000, 0);
    assertThat(total(table, "acme_ai", null, "n", million)).isEqualTo(1);
    assertThat(total(table, null, "eu.acme.example", "n", million)).isEqualTo(1);
    assertThat(total(table, "acme", null, "o-1", million)).isEqualTo(2);
    assertThat(total(table, "other", null, "n", million)).isEqualTo(3);
    assertThat(total(table, null, null, "o-1", million)).isEqualTo(2);
    assertThat(total(table, null, null, "n", million)).isNull();
    assertThat(total(table, null, null, "acme_ai/n", million)).isEqualTo(1);
  }

  @Test
  void whatCannotBeKnownOfACallIsNotGuessed() throws IOException {
    PriceTable table =
        read(
            """
            {"models": {"m": {"input": 2, "cacheRead": 1, "cacheWrite": 3, "audioInput": 20,
              "audioCacheRead": 10, "output": 4}, "embed": {"input": 1}}}
            """);
    TokenUsageBuilder spoken =
        TokenUsage.of(1_000_000, 0).toBuilder().audioInput(400_000L).cacheRead(500_000L);

    assertThat(table.cost("m", spoken.build())).as("how much of the audio is cached").isNull();
    assertThat(table.cost("m", spoken.audioCacheRead(300_000L).build()).total())
        .isCloseTo(0.4 * 2 + 0.2 * 1 + 0.3 * 10 + 0.1 * 20, within(1e-12));
    assertThat(
            table.cost(
                "m", TokenUsage.of(9, 0).toBuilder().cacheWrite(9L).cacheWrite1h(1L).build()))
        .as("what an hour in the cache costs")
        .isNull();
    assertThat(table.cost("embed", TokenUsage.of(9, 0))).isNotNull();
    assertThat(table.cost("embed", TokenUsage.of(9, 1))).isNull();
  }

  @ParameterizedTest
  @MethodSource("contradictions")
  void usageThatContradictsItselfHasNoCost(TokenUsage usage) {
    assertThat(PriceTable.bundled().cost("gpt-4.1-mini", usage)).isNull();
  }

  static Stream<TokenUsage> contradictions() {
    TokenUsageBuilder fifty = TokenUsage.of(50, 5).toBuilder();
    return Stream.of(
        TokenUsage.of(-1, 5),
        TokenUsage.of(50, -1),
        TokenUsage.of(Long.MAX_VALUE, 5),
        TokenUsage.of(1_000_000_001, 5),
        new TokenUsage(50L, 5L, 100_000L, null, null),
        new TokenUsage(50L, 5L, -3L, null, null),
        new TokenUsage(50L, 5L, null, 51L, null),
        new TokenUsage(50L, 5L, 30L, 30L, null),
        new TokenUsage(50L, 5L, null, null, 900L),
        new TokenUsage(50L, 5L, null, null, null, 51L, null),
        new TokenUsage(50L, 5L, null, null, null, null, 6L),
        fifty.cacheWrite(3L).cacheWrite1h(4L).build());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]|an object|1",
        "{}|neither|1",
        "{'models': []}|must be an object|1",
        "{'models': {'a': {'input': -1}}}|negative|1",
        "{'models': {'a': {'input': 1e999}}}|infinite|1",
        "{'models':~ {'a':~ {'input': '1'}}}|must be a number|3",
        "{'models':~ {'a': {'inptu': 1}}}|no such member|2",
        "{'models': {'a': {'input': {'1': 1}}}}|must begin at|1",
        "{'models': {'a': {'later': [{'from': 'hunter2'}]}}}|must be a day|1",
        "{'models': {'a': {'later': [{'hours': 'hunter2'}]}}}|times of day|1",
        "{'providers': {'a': {'model': {}}}}|no such member|1",
        "{'models': {'a': {}}}~[]|ends before|2",
        "{'models'|no JSON|1",
        "hunter2|no JSON|1",
        "<html>|no JSON|1",
      })
  void whatIsNoTableIsRefusedWithItsPlace(String text, String problem, int line) {
    String json = text.replace('~', '\n').replace('\'', '"');

    assertThatThrownBy(() -> read(json))
        .isInstanceOf(PriceTableException.class)
        .hasMessageContaining(problem)
        .hasMessageContaining("line " + line)
        .message()
        .doesNotContain("hunter2", "inptu");
  }

  @Test
  void aTableIsBounded() {
    String longName = "{\"models\": {\"" + "a".repeat(1000) + "\": {}}}";
    StringBuilder many = new StringBuilder("{\"models\": {\"a\": {}");
    for (int i = 0; i < 100_000; i++) {
      many.append(",\"a").append(i).append("\": {}");
    }

    assertThatThrownBy(() -> read(longName)).hasMessageContaining("at most 200 characters");
    assertThatThrownBy(() -> read(many + "}}")).hasMessageContaining("at most 100000 models");
    assertThatThrownBy(() -> read("{" + " ".repeat(17 * 1024 * 1024)))
        .isInstanceOf(IOException.class);
  }

  private static TokenUsage usage(long input, long output) {
    return TokenUsage.of(input, output);
  }

  private static @Nullable Double total(
      PriceTable table, String model, TokenUsage usage, @Nullable String tier, String time) {
    Cost cost =
        table.cost(new BilledCall(null, null, model, null, usage, tier, Instant.parse(time)));
    return cost == null ? null : Math.round(cost.total() * 1e9) / 1e9;
  }

  private static @Nullable Double total(
      PriceTable table,
      @Nullable String provider,
      @Nullable String host,
      String model,
      TokenUsage usage) {
    Cost cost = table.cost(new BilledCall(provider, host, model, null, usage, null, Instant.now()));
    return cost == null ? null : cost.total();
  }

  private static PriceTable read(String json) throws IOException {
    return PriceTable.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }
}
