package io.spanloom.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.openai.core.ObjectMappers;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.ReasoningEffort;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionTool;
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
  public String model() {
    return params.model().asString();
  }

  @Override
  public @Nullable Double temperature() {
    return params.temperature().orElse(null);
  }

  @Override
  public @Nullable Double topP() {
    return params.topP().orElse(null);
  }

  /** The newer {@code max_completion_tokens}, else the older {@code max_tokens}. */
  @Override
  @SuppressWarnings("deprecation") // OpenAI-compatible servers still ask for the older one
  public @Nullable Long maxTokens() {
    return params.maxCompletionTokens().or(params::maxTokens).orElse(null);
  }

  @Override
  public @Nullable Long choiceCount() {
    return params.n().orElse(null);
  }

  @Override
  @SuppressWarnings("deprecation") // users set it as long as the SDK has it
  public @Nullable Long seed() {
    return params.seed().orElse(null);
  }

  @Override
  public @Nullable Double frequencyPenalty() {
    return params.frequencyPenalty().orElse(null);
  }

  @Override
  public @Nullable Double presencePenalty() {
    return params.presencePenalty().orElse(null);
  }

  @Override
  public List<String> stopSequences() {
    return params.stop().map(ChatRequest::stopSequences).orElse(List.of());
  }

  @Override
  public @Nullable String reasoningLevel() {
    return params.reasoningEffort().map(ReasoningEffort::asString).orElse(null);
  }

  /** Speech if audio is asked for, else what the response format asks for. */
  @Override
  public @Nullable String outputType() {
    boolean speech = params.modalities().map(ChatRequest::hasAudio).orElse(false);
    return speech ? "speech" : params.responseFormat().map(ChatRequest::type).orElse(null);
  }

  @Override
  public List<LlmMessage> messages() {
    return params.messages().stream().map(ChatMessages::read).toList();
  }

  /** The functions offered; a custom tool takes free text and has no parameters to describe. */
  @Override
  public List<LlmTool> tools() {
    List<LlmTool> tools = new ArrayList<>();
    for (ChatCompletionTool tool : params.tools().orElse(List.of())) {
      if (tool.isFunction()) {
        tools.add(tool(tool.asFunction().function()));
      } else if (tool.isCustom()) {
        tools.add(new LlmTool(tool.asCustom().custom().name(), null, null));
      }
    }
    return tools;
  }

  private static List<String> stopSequences(ChatCompletionCreateParams.Stop stop) {
    return stop.isString() ? List.of(stop.asString()) : stop.strings().orElse(List.of());
  }

  private static boolean hasAudio(List<ChatCompletionCreateParams.Modality> modalities) {
    return modalities.contains(ChatCompletionCreateParams.Modality.AUDIO);
  }

  private static @Nullable String type(ChatCompletionCreateParams.ResponseFormat format) {
    if (format.isText()) {
      return "text";
    }
    return format.isJsonSchema() || format.isJsonObject() ? "json" : null;
  }

  private static LlmTool tool(FunctionDefinition function) {
    return new LlmTool(
        function.name(),
        function.description().orElse(null),
        function.parameters().map(ChatRequest::json).orElse(null));
  }

  private static String json(FunctionParameters parameters) {
    try {
      return ObjectMappers.jsonMapper().writeValueAsString(parameters);
    } catch (JsonProcessingException notRepresentable) {
      throw new IllegalStateException("Cannot write a function's parameters", notRepresentable);
    }
  }
}
