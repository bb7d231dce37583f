package io.spanloom.langchain4j;

import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.ChatRequestOptions;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.spanloom.SpanCall;
import java.util.List;
import java.util.Set;

/** A chat model with a span around each call; the interface's other methods lead to these two. */
final class TracedChatModel implements ChatModel {

  private final ChatModel model;

  TracedChatModel(ChatModel model) {
    this.model = model;
  }

  @Override
  public ChatResponse chat(ChatRequest request) {
    return span(request).call(() -> model.chat(request));
  }

  @Override
  public ChatResponse chat(ChatRequest request, ChatRequestOptions options) {
    return span(request).call(() -> model.chat(request, options));
  }

  @Override
  public ChatRequestParameters defaultRequestParameters() {
    return model.defaultRequestParameters();
  }

  @Override
  public List<ChatModelListener> listeners() {
    return model.listeners();
  }

  @Override
  public ModelProvider provider() {
    return model.provider();
  }

  @Override
  public Set<Capability> supportedCapabilities() {
    return model.supportedCapabilities();
  }

  private SpanCall span(ChatRequest request) {
    return Asked.chat(Providers.name(model.provider()), request, model::defaultRequestParameters);
  }
}
