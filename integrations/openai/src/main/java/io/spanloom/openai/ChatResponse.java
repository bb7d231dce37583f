package io.spanloom.openai;

import com.openai.models.chat.completions.ChatCompletion;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.TokenUsage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chat completion.
 *
 * <p>Read field by field as far as it is there: OpenAI-compatible servers leave out members that
 * the SDK's own accessors insist on.
 */
record ChatResponse(ChatCompletion completion) implements LlmResponse {

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
        .map(ChatCompletion.Choice.FinishReason::asString)
        .toList();
  }

  @Override
  public @Nullable TokenUsage usage() {
    return Usages.ofCompletion(completion._usage());
  }

  @Override
  public @Nullable String serviceTier() {
    return Json.text(Json.of(completion._serviceTier()));
  }

  @Override
  public List<LlmMessage> messages() {
    return choices().stream()
        .flatMap(choice -> choice._message().asKnown().stream())
        .map(
            message ->
                new LlmMessage(
                    "assistant",
                    message._content().asKnown().orElse(null),
                    ChatMessages.toolCalls(message._toolCalls().asKnown()),
                    null))
        .toList();
  }

  private List<ChatCompletion.Choice> choices() {
    return completion._choices().asKnown().orElse(List.of());
  }
}
