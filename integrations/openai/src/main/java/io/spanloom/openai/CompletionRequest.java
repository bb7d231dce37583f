package io.spanloom.openai;

import com.openai.models.completions.CompletionCreateParams;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request to complete a prompt. */
record CompletionRequest(CompletionCreateParams params) implements LlmRequest {

  @Override
  public String provider() {
    return "openai";
  }

  @Override
  public @Nullable String model() {
    return Json.text(Json.of(params._model()));
  }

  @Override
  public @Nullable Double temperature() {
    return Json.decimal(params._temperature());
  }

  @Override
  public @Nullable Double topP() {
    return Json.decimal(params._topP());
  }

  @Override
  public @Nullable Long maxTokens() {
    return Json.whole(params._maxTokens());
  }

  @Override
  public @Nullable Long choiceCount() {
    return Json.whole(params._n());
  }

  @Override
  public @Nullable Long seed() {
    return Json.whole(params._seed());
  }

  @Override
  public @Nullable Double frequencyPenalty() {
    return Json.decimal(params._frequencyPenalty());
  }

  @Override
  public @Nullable Double presencePenalty() {
    return Json.decimal(params._presencePenalty());
  }

  @Override
  public List<String> stopSequences() {
    return Json.texts(Json.of(params._stop()));
  }

  /** The prompt, or prompts, as what a user says; those that are tokens have no text. */
  @Override
  public List<LlmMessage> messages() {
    return Json.texts(Json.of(params._prompt())).stream()
        .map(prompt -> LlmMessage.of("user", prompt))
        .toList();
  }
}
