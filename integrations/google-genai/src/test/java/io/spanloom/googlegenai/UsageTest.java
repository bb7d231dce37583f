package io.spanloom.googlegenai;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.genai.types.GenerateContentResponseUsageMetadata;
import io.spanloom.cost.BilledCall;
import io.spanloom.cost.Cost;
import io.spanloom.cost.PriceTable;
import io.spanloom.llm.TokenUsage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Usage as the API tells it. */
class UsageTest {

  @Test
  void modalitiesAreToldApart() {
    TokenUsage usage =
        usage(
            """
            {
              "promptTokenCount": 1000, "toolUsePromptTokenCount": 100, "thoughtsTokenCount": 30,
              "cachedContentTokenCount": 400, "candidatesTokenCount": 200,
              "promptTokensDetails": [
                {"modality": "TEXT", "tokenCount": 600}, {"modality": "AUDIO", "tokenCount": 300},
                {"modality": "IMAGE", "tokenCount": 60}, {"modality": "VIDEO", "tokenCount": 40}],
              "toolUsePromptTokensDetails": [{"modality": "IMAGE", "tokenCount": 5}],
              "cacheTokensDetails": [
                {"modality": "TEXT", "tokenCount": 300}, {"modality": "AUDIO", "tokenCount": 100}],
              "candidatesTokensDetails": [
                {"modality": "TEXT", "tokenCount": 50}, {"modality": "IMAGE", "tokenCount": 150}]
            }
            """);

    assertThat(usage)
        .isEqualTo(
            TokenUsage.builder()
                .input(1100L)
                .output(230L)
                .reasoning(30L)
                .cacheRead(400L)
                .audioInput(300L)
                .audioCacheRead(100L)
                .imageInput(65L)
                .imageCacheRead(0L)
                .imageOutput(150L)
                .videoInput(40L)
                .build());
  }

  @Test
  void audioAndImagesHaveTheirOwnPrices() {
    Cost spoken =
        cost(
            "gemini-2.5-flash",
            """
            {"promptTokenCount": 1000000, "candidatesTokenCount": 0,
             "cachedContentTokenCount": 500000,
             "promptTokensDetails": [{"modality": "AUDIO", "tokenCount": 400000}],
             "cacheTokensDetails": [{"modality": "AUDIO", "tokenCount": 100000}]}
            """);
    Cost drawn =
        cost(
            "gemini-2.5-flash-image",
            """
            {"promptTokenCount": 0, "candidatesTokenCount": 1000000,
             "candidatesTokensDetails": [{"modality": "IMAGE", "tokenCount": 1000000}]}
            """);

    assertThat(spoken).isNotNull();
    assertThat(Math.round(spoken.total() * 1e9) / 1e9)
        .isEqualTo(0.3 * 1.0 + 0.1 * 0.1 + 0.4 * 0.03 + 0.2 * 0.3);
    assertThat(drawn).isNotNull();
    assertThat(drawn.total()).isEqualTo(30);
  }

  @ParameterizedTest
  @CsvSource({
    "ON_DEMAND, on_demand",
    "ON_DEMAND_FLEX, flex",
    "ON_DEMAND_PRIORITY, priority",
    "PROVISIONED_THROUGHPUT, provisioned_throughput",
    "TRAFFIC_TYPE_UNSPECIFIED, ",
  })
  void theTrafficTypeIsTheServiceTier(String type, @Nullable String tier) {
    var usage =
        GenerateContentResponseUsageMetadata.fromJson("{\"trafficType\": \"" + type + "\"}");

    assertThat(Usage.serviceTier(usage)).isEqualTo(tier);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"promptTokenCount\": -5, \"candidatesTokenCount\": 1}",
        "{\"promptTokenCount\": 5, \"candidatesTokenCount\": 1, \"thoughtsTokenCount\": -9}",
        "{\"promptTokenCount\": 5, \"candidatesTokenCount\": 1, \"cachedContentTokenCount\": 9}",
      })
  void whatCannotBeRightHasNoCost(String json) {
    TokenUsage plausible = usage(json).plausible();

    assertThat(cost("gemini-2.5-flash", json)).isNull();
    assertThat(plausible.toString()).doesNotContain("-");
  }

  private static TokenUsage usage(String json) {
    return Usage.of(GenerateContentResponseUsageMetadata.fromJson(json));
  }

  private static @Nullable Cost cost(String model, String json) {
    return PriceTable.bundled()
        .cost(new BilledCall("gcp.gemini", null, model, null, usage(json), null, Instant.now()));
  }
}
