package io.spanloom.openai;

import com.openai.models.responses.ResponseCreateParams;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmTool;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request to the responses endpoint. */
record ResponsesRequest(ResponseCreateParams params) implements LlmRequest {

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
    return Json.whole(params._maxOutputTokens());
  }

  @Override
  public @Nullable String reasoningLevel() {
    return Json.text(Json.of(params._reasoning()), "effort");
  }

  @Override
  public @Nullable String outputType() {
    String format = Json.text(Json.of(params._text()).path("format"), "type");
    if (format == null) {
      return null;
    }
    return switch (format) {
      case "text" -> "text";
      case "json_schema", "json_object" -> "json";
      default -> null;
    };
  }

  /** The instructions, then the input: what is new if it goes on from a previous response. */
  @Override
  public List<LlmMessage> messages() {
    List<LlmMessage> messages = new ArrayList<>();
    String instructions = Json.text(Json.of(params._instructions()));
    if (instructions != null) {
      messages.add(LlmMessage.of("system", instructions));
    }
    messages.addAll(ResponseItems.messages(Json.of(params._input())));
    return messages;
  }

  @Override
  public List<LlmTool> tools() {
    return Tools.read(Json.elements(params._tools()));
  }
}
