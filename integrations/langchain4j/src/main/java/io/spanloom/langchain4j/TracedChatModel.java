package io.spanloom.langchain4j;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.spanloom.Spans;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** A chat model with a span around each call. */
final class TracedChatModel extends ModelProxy<ChatModel> {

  TracedChatModel(ChatModel model) {
    super(model);
  }

  @Override
  boolean isQuestion(Method method) {
    return EffectiveRequest.isChat(method) && method.getParameterTypes()[0] == ChatRequest.class;
  }

  @Override
  boolean isTraced() {
    return Spans.inLlmCall();
  }

  @Override
  boolean leadsToQuestions(Method method) {
    return EffectiveRequest.isChat(method);
  }

  @Override
  @SuppressWarnings("NullAway") // what a model returns passes through as it is
  @Nullable Object ask(Method method, Object[] arguments) throws Throwable {
    return EffectiveRequest.chat(
            Providers.name(model.provider()),
            (ChatRequest) arguments[0],
            model::defaultRequestParameters)
        .call(() -> Forwarding.invoke(model, method, arguments));
  }
}
