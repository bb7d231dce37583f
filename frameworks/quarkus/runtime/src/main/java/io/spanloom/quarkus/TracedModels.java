package io.spanloom.quarkus;

import dev.langchain4j.model.chat.listener.ChatModelErrorContext;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.listener.ChatModelRequestContext;
import dev.langchain4j.model.chat.listener.ChatModelResponseContext;
import io.spanloom.langchain4j.Traced;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Traces the chat models of LangChain4j, streaming ones as well: its Quarkus extension gives all
 * models the listeners that are beans.
 */
@ApplicationScoped
public class TracedModels implements ChatModelListener {

  private final ChatModelListener listener = Traced.chatModelListener();

  @Override
  public void onRequest(ChatModelRequestContext context) {
    listener.onRequest(context);
  }

  @Override
  public void onResponse(ChatModelResponseContext context) {
    listener.onResponse(context);
  }

  @Override
  public void onError(ChatModelErrorContext context) {
    listener.onError(context);
  }
}
