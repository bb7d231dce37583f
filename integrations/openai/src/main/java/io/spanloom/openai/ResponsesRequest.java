package io.spanloom.openai;

import com.fasterxml.jackson.databind.JsonNode;
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
    return params._temperature().asKnown().orElse(null);
  }

  @Override
  public @Nullable Double topP() {
    return params._topP().asKnown().orElse(null);
  }

  @Override
  public @Nullable Long maxTokens() {
    return params._maxOutputTokens().asKnown().orElse(null);
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
    params
        ._instructions()
        .asKnown()
        .ifPresent(instructions -> messages.add(LlmMessage.of("system", instructions)));
    messages.addAll(ResponseItems.messages(Json.of(params._input())));
    return messages;
  }

  /** The functions and custom tools; of a tool that OpenAI runs itself, its type. */
  @Override
  public List<LlmTool> tools() {
    List<LlmTool> tools = new ArrayList<>();
    for (JsonNode tool : Json.of(params._tools())) {
      String name = Json.text(tool, "name");
      String toolName = name == null ? Json.text(tool, "type") : name;
      JsonNode parameters = tool.path("parameters");
      if (toolName != null) {
        tools.add(
            new LlmTool(
                toolName,
                Json.text(tool, "description"),
                parameters.isObject() ? parameters.toString() : null));
      }
    }
    return tools;
  }
}
