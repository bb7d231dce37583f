package io.spanloom.langchain4j;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import io.spanloom.SpanCall;
import io.spanloom.Spans;
import java.lang.reflect.Method;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a model is asked, its own defaults included. */
final class EffectiveRequest {

  private EffectiveRequest() {}

  /** Whether the method of a model is one of those that ask it. */
  static boolean isChat(Method method) {
    return method.getName().equals("chat");
  }

  /** A model call's span, before its response. */
  static SpanCall chat(
      @Nullable String provider,
      ChatRequest request,
      Supplier<@Nullable ChatRequestParameters> defaults) {
    return Spans.llmCall(provider, null).request(complete(request, defaults));
  }

  /** As LangChain4j completes it before it is sent; a model that cannot tell has no defaults. */
  private static ChatRequest complete(
      ChatRequest request, Supplier<@Nullable ChatRequestParameters> defaults) {
    try {
      ChatRequestParameters modelsOwn = defaults.get();
      return modelsOwn == null
          ? request
          : ChatRequest.builder()
              .messages(request.messages())
              .parameters(modelsOwn.overrideWith(request.parameters()))
              .build();
    } catch (RuntimeException unknown) {
      return request;
    }
  }
}
