package io.spanloom.googlegenai;

import com.google.genai.types.GenerateContentResponseUsageMetadata;
import com.google.genai.types.ModalityTokenCount;
import io.spanloom.llm.TokenUsage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads token counts. Google counts thoughts apart from the answer, and apart from the prompt what
 * its own tools add to it; the conventions' output and input hold both.
 */
final class Usage {

  /** Flex and priority have it before their own name. */
  private static final String ON_DEMAND = "on_demand_";

  private Usage() {}

  static TokenUsage of(GenerateContentResponseUsageMetadata usage) {
    Long thoughts = wide(usage.thoughtsTokenCount());
    Modalities input = Modalities.of(usage.promptTokensDetails());
    Modalities byTools = Modalities.of(usage.toolUsePromptTokensDetails());
    Modalities cached = Modalities.of(usage.cacheTokensDetails());
    Modalities output = Modalities.of(usage.candidatesTokensDetails());
    return TokenUsage.builder()
        .input(
            TokenUsage.sum(wide(usage.promptTokenCount()), wide(usage.toolUsePromptTokenCount())))
        .output(TokenUsage.sum(wide(usage.candidatesTokenCount()), thoughts))
        .cacheRead(wide(usage.cachedContentTokenCount()))
        .reasoning(thoughts)
        .audioInput(TokenUsage.sum(input.of("AUDIO"), byTools.of("AUDIO")))
        .audioCacheRead(cached.orNone("AUDIO"))
        .audioOutput(output.of("AUDIO"))
        .imageInput(TokenUsage.sum(input.of("IMAGE"), byTools.of("IMAGE")))
        .imageCacheRead(cached.orNone("IMAGE"))
        .imageOutput(output.of("IMAGE"))
        .videoInput(TokenUsage.sum(input.of("VIDEO"), byTools.of("VIDEO")))
        .videoOutput(output.of("VIDEO"))
        .build();
  }

  /** How the call is charged: {@code on_demand}, {@code provisioned_throughput} and others. */
  static @Nullable String serviceTier(GenerateContentResponseUsageMetadata usage) {
    return usage
        .trafficType()
        .map(Object::toString)
        .map(type -> type.toLowerCase(Locale.ROOT))
        .filter(type -> !type.equals("traffic_type_unspecified"))
        .map(type -> type.startsWith(ON_DEMAND) ? type.substring(ON_DEMAND.length()) : type)
        .orElse(null);
  }

  private static @Nullable Long wide(Optional<Integer> number) {
    return number.map(Long::valueOf).orElse(null);
  }

  /** Tokens by what they stand for. */
  private record Modalities(@Nullable List<ModalityTokenCount> counts) {

    static Modalities of(Optional<List<ModalityTokenCount>> counts) {
      return new Modalities(counts.orElse(null));
    }

    /** If there is a list, what is not in it is none. */
    @Nullable Long orNone(String modality) {
      Long tokens = of(modality);
      return tokens == null && counts != null ? Long.valueOf(0) : tokens;
    }

    @Nullable Long of(String modality) {
      Long tokens = null;
      for (ModalityTokenCount count : counts == null ? List.<ModalityTokenCount>of() : counts) {
        if (count.modality().map(Object::toString).orElse("").equals(modality)) {
          tokens = TokenUsage.sum(tokens, wide(count.tokenCount()));
        }
      }
      return tokens;
    }
  }
}
