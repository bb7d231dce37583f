package io.spanloom.googlegenai;

import com.google.genai.types.Candidate;
import com.google.genai.types.GenerateContentResponse;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.TokenUsage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer, as far as it is there. */
record ContentResponse(GenerateContentResponse response) implements LlmResponse {

  @Override
  public @Nullable String id() {
    return response.responseId().orElse(null);
  }

  @Override
  public @Nullable String model() {
    return response.modelVersion().orElse(null);
  }

  @Override
  public List<String> finishReasons() {
    return candidates().stream()
        .flatMap(candidate -> candidate.finishReason().stream())
        .map(Object::toString)
        .toList();
  }

  @Override
  public @Nullable TokenUsage usage() {
    return response.usageMetadata().map(Usage::of).orElse(null);
  }

  @Override
  public @Nullable String serviceTier() {
    return response.usageMetadata().map(Usage::serviceTier).orElse(null);
  }

  /** A blocked prompt or a refused answer has candidates without content, or none. */
  @Override
  public List<LlmMessage> messages() {
    return candidates().stream()
        .flatMap(candidate -> candidate.content().stream())
        .map(Contents::answer)
        .toList();
  }

  private List<Candidate> candidates() {
    return response.candidates().orElse(List.of());
  }
}
