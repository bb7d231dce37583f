package io.spanloom.langchain4j;

import dev.langchain4j.model.chat.listener.ChatModelErrorContext;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.listener.ChatModelRequestContext;
import dev.langchain4j.model.chat.listener.ChatModelResponseContext;
import io.spanloom.Spans;
import io.spanloom.StartedSpan;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Traces the calls of models that it listens to. One listener serves any number of models. */
final class TracingListener implements ChatModelListener {

  private static final Object SPAN = new Object();

  @Override
  public void onRequest(ChatModelRequestContext context) {
    if (Spans.inLlmCall()) {
      return; // an annotated method, or what stands in for the model, has the span
    }
    StartedSpan span =
        Spans.llmCall(Providers.name(context.modelProvider()), null)
            .request(context.chatRequest())
            .start();
    context.attributes().put(SPAN, span);
  }

  @Override
  public void onResponse(ChatModelResponseContext context) {
    StartedSpan span = span(context.attributes());
    if (span != null) {
      span.end(context.chatResponse());
    }
  }

  @Override
  public void onError(ChatModelErrorContext context) {
    StartedSpan span = span(context.attributes());
    if (span != null) {
      span.fail(context.error());
    }
  }

  private static @Nullable StartedSpan span(Map<Object, Object> attributes) {
    return attributes.get(SPAN) instanceof StartedSpan span ? span : null;
  }
}
