package io.spanloom.springai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.anthropic.core.ObjectMappers;
import io.spanloom.llm.TokenUsage;
import org.junit.jupiter.api.Test;
import org.springframework.ai.anthropic.api.AnthropicApi;
import org.springframework.ai.chat.metadata.DefaultUsage;
import org.springframework.ai.chat.metadata.Usage;

/** Anthropic counts cached input apart, in both of Spring AI's versions. */
class UsagesTest {

  @Test
  void anthropicsCacheCountsAsInput() {
    assumeTrue(isThere("org.springframework.ai.anthropic.api.AnthropicApi$Usage"));

    TokenUsage usage =
        Usages.read(new DefaultUsage(20, 45, 65, new AnthropicApi.Usage(20, 45, 36, 64)));

    assertThat(usage).isEqualTo(new TokenUsage(120L, 45L, 64L, 36L, null));
  }

  @Test
  void anthropicsSdkTellsHowLongItsCacheKeeps() throws Exception {
    assumeTrue(isThere("com.anthropic.models.messages.Usage"));
    Object own =
        ObjectMappers.jsonMapper()
            .readValue(
                """
                {"input_tokens": 20, "output_tokens": 45, "cache_read_input_tokens": 64,
                 "cache_creation_input_tokens": 36, "service_tier": "batch",
                 "cache_creation": {"ephemeral_5m_input_tokens": 6,
                                    "ephemeral_1h_input_tokens": 30}}
                """,
                com.anthropic.models.messages.Usage.class);
    DefaultUsage usage = new DefaultUsage(20, 45, 65, own);

    assertThat(Usages.read(usage))
        .isEqualTo(
            TokenUsage.builder()
                .input(120L)
                .output(45L)
                .cacheRead(64L)
                .cacheWrite(36L)
                .cacheWrite1h(30L)
                .build());
    assertThat(Usages.serviceTier(usage)).isEqualTo("batch");
  }

  @Test
  void sumsAreTakenApart() {
    Usage sum = new DefaultUsage(250, 40);

    assertThat(Usages.difference(sum, new DefaultUsage(100, 20)).getPromptTokens()).isEqualTo(150);
  }

  /** As models report them that have nothing to add up, whoever runs the tools. */
  @Test
  void figuresOfOneCallAreNoSum() {
    Usage alone = new DefaultUsage(150, 20, 170, new Object());

    assertThat(Usages.difference(alone, new DefaultUsage(100, 20))).isNull();
  }

  @Test
  void figuresThatCannotBeRightAreLeftToTheRuntime() {
    TokenUsage usage = Usages.read(new DefaultUsage(-7, 5));

    assertThat(usage.isPlausible()).isFalse();
    assertThat(usage.plausible().input()).isNull();
  }

  private static boolean isThere(String name) {
    try {
      Class.forName(name);
      return true;
    } catch (ClassNotFoundException missing) {
      return false;
    }
  }
}
