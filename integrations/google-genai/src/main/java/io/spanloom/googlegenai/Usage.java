package io.spanloom.googlegenai;

import com.google.genai.types.GenerateContentResponseUsageMetadata;
import com.google.genai.types.ModalityTokenCount;
import io.spanloom.llm.TokenUsage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads token counts. Google counts thoughts apart from the answer, and apart from the prompt what
 * its own tools add to it; the conventions' output and input hold both.
 */
final class Usage {

  private Usage() {}

  static TokenUsage of(GenerateContentResponseUsageMetadata usage) {
    Long thoughts = wide(usage.thoughtsTokenCount());
    return new TokenUsage(
        sum(wide(usage.promptTokenCount()), wide(usage.toolUsePromptTokenCount())),
        sum(wide(usage.candidatesTokenCount()), thoughts),
        wide(usage.cachedContentTokenCount()),
        null,
        thoughts,
        audio(usage.promptTokensDetails()),
        audio(usage.candidatesTokensDetails()));
  }

  private static @Nullable Long audio(Optional<List<ModalityTokenCount>> details) {
    for (ModalityTokenCount count : details.orElse(List.of())) {
      if (count.modality().map(Object::toString).orElse("").equals("AUDIO")) {
        return wide(count.tokenCount());
      }
    }
    return null;
  }

  private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one + other;
  }

  private static @Nullable Long wide(Optional<Integer> number) {
    return number.map(Long::valueOf).orElse(null);
  }
}
