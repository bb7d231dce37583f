package io.spanloom.openai;

import com.openai.models.ChatModel;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmTool;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A chat completion request. */
record ChatRequest(ChatCompletionCreateParams params) implements LlmRequest {

  @Override
  public String provider() {
    return "openai";
  }

  @Override
  public @Nullable String model() {
    return params
        ._model()
        .asKnown()
        .map(ChatModel::asString)
        .orElseGet(() -> Json.text(Json.of(params._model())));
  }

  @Override
  public @Nullable Double temperature() {
    return Json.decimal(params._temperature());
  }

  @Override
  public @Nullable Double topP() {
    return Json.decimal(params._topP());
  }

  /** The newer {@code max_completion_tokens}, else the older {@code max_tokens}. */
  @Override
  @SuppressWarnings("deprecation") // OpenAI-compatible servers still ask for the older one
  public @Nullable Long maxTokens() {
    Long newer = Json.whole(params._maxCompletionTokens());
    return newer == null ? Json.whole(params._maxTokens()) : newer;
  }

  @Override
  public @Nullable Long choiceCount() {
    return Json.whole(params._n());
  }

  @Override
  @SuppressWarnings("deprecation") // users set it as long as the SDK has it
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

  @Override
  public @Nullable String reasoningLevel() {
    return Json.text(Json.of(params._reasoningEffort()));
  }

  /** Speech if audio is asked for, else what the response format asks for. */
  @Override
  public @Nullable String outputType() {
    return Json.texts(Json.of(params._modalities())).contains("audio")
        ? "speech"
        : type(Json.text(Json.of(params._responseFormat()), "type"));
  }

  @Override
  public List<LlmMessage> messages() {
    List<LlmMessage> messages = new ArrayList<>();
    Json.elements(params._messages()).forEach(message -> ChatMessages.add(message, messages));
    return messages;
  }

  @Override
  public List<LlmTool> tools() {
    return Tools.read(Json.elements(params._tools()));
  }

  private static @Nullable String type(@Nullable String format) {
    if (format == null) {
      return null;
    }
    return switch (format) {
      case "text" -> "text";
      case "json_schema", "json_object" -> "json";
      default -> null;
    };
  }
}
