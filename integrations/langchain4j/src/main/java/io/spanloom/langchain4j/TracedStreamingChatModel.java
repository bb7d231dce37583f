package io.spanloom.langchain4j;

import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatRequestOptions;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A streaming model with a span from each call to the end of its answer; the interface's other
 * methods lead to these two.
 */
final class TracedStreamingChatModel implements StreamingChatModel {

  private final StreamingChatModel model;

  TracedStreamingChatModel(StreamingChatModel model) {
    this.model = model;
  }

  @Override
  public void chat(ChatRequest request, StreamingChatResponseHandler handler) {
    exchange(request, handler, observed -> model.chat(request, observed));
  }

  @Override
  public void chat(
      ChatRequest request, ChatRequestOptions options, StreamingChatResponseHandler handler) {
    exchange(request, handler, observed -> model.chat(request, options, observed));
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

  private void exchange(
      ChatRequest request,
      StreamingChatResponseHandler handler,
      Consumer<StreamingChatResponseHandler> call) {
    Asked.chat(Providers.name(model.provider()), request, model::defaultRequestParameters)
        .delivered(StreamedExchange.class, () -> new StreamedExchange(call, handler, null))
        .begin();
  }
}
