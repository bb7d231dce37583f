package io.spanloom.langchain4j;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmTool;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A chat request: what the parameters say, and nothing of what the model has as defaults. */
record ChatRequestView(List<ChatMessage> messageParams, ChatRequestParameters parameters)
    implements LlmRequest {

  @Override
  public @Nullable String provider() {
    return ProviderTypes.of(parameters).provider();
  }

  @Override
  public @Nullable String model() {
    return parameters.modelName();
  }

  @Override
  public @Nullable Double temperature() {
    return parameters.temperature();
  }

  @Override
  public @Nullable Double topP() {
    return parameters.topP();
  }

  @Override
  public @Nullable Long topK() {
    return Numbers.wide(parameters.topK());
  }

  @Override
  public @Nullable Long maxTokens() {
    Long limit = Numbers.wide(parameters.maxOutputTokens());
    return limit == null ? ProviderTypes.of(parameters).maxTokens(parameters) : limit;
  }

  @Override
  public @Nullable Long seed() {
    return ProviderTypes.of(parameters).seed(parameters);
  }

  @Override
  public @Nullable Double frequencyPenalty() {
    return parameters.frequencyPenalty();
  }

  @Override
  public @Nullable Double presencePenalty() {
    return parameters.presencePenalty();
  }

  @Override
  public List<String> stopSequences() {
    List<String> sequences = parameters.stopSequences();
    return sequences == null ? List.of() : sequences;
  }

  @Override
  public @Nullable String reasoningLevel() {
    return ProviderTypes.of(parameters).reasoningLevel(parameters);
  }

  @Override
  public @Nullable String outputType() {
    ResponseFormat format = parameters.responseFormat();
    if (format == null) {
      return null;
    }
    return format.type() == ResponseFormatType.JSON ? "json" : "text";
  }

  @Override
  public List<LlmMessage> messages() {
    return messageParams.stream().map(ChatMessages::read).toList();
  }

  @Override
  public List<LlmTool> tools() {
    List<ToolSpecification> tools = parameters.toolSpecifications();
    return tools == null ? List.of() : tools.stream().map(ToolSchemas::read).toList();
  }
}
