package io.spanloom.bedrock;

import io.spanloom.llm.TokenUsage;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Reads token counts. Bedrock counts input apart that a model wrote to its cache or read from
 * there; the conventions' input holds all three.
 */
final class Usage {

  private Usage() {}

  static @Nullable TokenUsage of(@Nullable SdkPojo usage) {
    if (usage == null) {
      return null;
    }
    Long input = Members.tokens(usage, "inputTokens");
    Long read = Members.tokens(usage, "cacheReadInputTokens");
    Long written = Members.tokens(usage, "cacheWriteInputTokens");
    return TokenUsage.builder()
        .input(input == null ? null : TokenUsage.sum(input, read, written))
        .output(Members.tokens(usage, "outputTokens"))
        .cacheRead(read)
        .cacheWrite(written)
        .cacheWrite1h(writtenForAnHour(usage))
        .build();
  }

  /** The price class; {@code default} is the standard one. */
  static @Nullable String serviceTier(SdkPojo response) {
    return Members.text(Members.object(response, "serviceTier"), "type");
  }

  private static @Nullable Long writtenForAnHour(SdkPojo usage) {
    for (SdkPojo detail : Members.objects(usage, "cacheDetails")) {
      if ("1h".equals(Members.text(detail, "ttl"))) {
        return Members.tokens(detail, "inputTokens");
      }
    }
    return null;
  }
}
