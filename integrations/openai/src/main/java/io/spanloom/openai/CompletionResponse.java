package io.spanloom.openai;

import com.openai.models.completions.Completion;
import com.openai.models.completions.CompletionChoice;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.TokenUsage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A completed prompt. */
record CompletionResponse(Completion completion) implements LlmResponse {

  @Override
  public @Nullable String id() {
    return completion._id().asKnown().orElse(null);
  }

  @Override
  public @Nullable String model() {
    return completion._model().asKnown().orElse(null);
  }

  @Override
  public List<String> finishReasons() {
    return choices().stream()
        .flatMap(choice -> choice._finishReason().asKnown().stream())
        .map(CompletionChoice.FinishReason::asString)
        .toList();
  }

  @Override
  public @Nullable TokenUsage usage() {
    return Usages.ofCompletion(completion._usage());
  }

  @Override
  public List<LlmMessage> messages() {
    return choices().stream()
        .map(choice -> LlmMessage.of("assistant", choice._text().asKnown().orElse(null)))
        .toList();
  }

  private List<CompletionChoice> choices() {
    return completion._choices().asKnown().orElse(List.of());
  }
}
