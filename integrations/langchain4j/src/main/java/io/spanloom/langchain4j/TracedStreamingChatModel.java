package io.spanloom.langchain4j;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import io.spanloom.Spans;
import java.lang.reflect.Method;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A streaming model with a span from each call to the end of its answer. */
final class TracedStreamingChatModel extends ModelProxy<StreamingChatModel> {

  TracedStreamingChatModel(StreamingChatModel model) {
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

  /** The handler is the last argument in every version. */
  @Override
  @Nullable Object ask(Method method, Object[] arguments) {
    int last = arguments.length - 1;
    StreamingChatResponseHandler handler = (StreamingChatResponseHandler) arguments[last];
    Consumer<StreamingChatResponseHandler> call =
        observed -> {
          Object[] handedOn = arguments.clone();
          handedOn[last] = observed;
          Forwarding.invoke(model, method, handedOn);
        };
    EffectiveRequest.chat(
            Providers.name(model.provider()),
            (ChatRequest) arguments[0],
            model::defaultRequestParameters)
        .delivered(StreamedExchange.class, () -> new StreamedExchange(call, handler, null))
        .begin();
    return null;
  }
}
