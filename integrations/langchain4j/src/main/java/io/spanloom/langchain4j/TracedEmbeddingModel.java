package io.spanloom.langchain4j;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.request.EmbeddingRequest;
import io.spanloom.SpanCall;
import io.spanloom.Spans;
import java.lang.reflect.Method;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An embedding model with a span around each call. */
final class TracedEmbeddingModel extends ModelProxy<EmbeddingModel> {

  TracedEmbeddingModel(EmbeddingModel model) {
    super(model);
  }

  @Override
  boolean isQuestion(Method method) {
    return method.getName().equals("embed") || method.getName().equals("embedAll");
  }

  @Override
  boolean isTraced() {
    return Spans.inEmbedding();
  }

  /** A model with listeners is made of the traced one. */
  @Override
  boolean leadsToQuestions(Method method) {
    return method.getReturnType() == EmbeddingModel.class;
  }

  @Override
  @SuppressWarnings("NullAway") // what a model returns passes through as it is
  @Nullable Object ask(Method method, Object[] arguments) throws Throwable {
    return span(arguments[0]).call(() -> Forwarding.invoke(model, method, arguments));
  }

  private SpanCall span(@Nullable Object input) {
    if (input instanceof String text) {
      return span(() -> List.of(text));
    }
    if (input instanceof TextSegment segment) {
      return span(() -> List.of(segment.text()));
    }
    if (input instanceof List<?> segments) {
      return span(() -> segments.stream().map(segment -> ((TextSegment) segment).text()).toList());
    }
    return input == null
        ? span((String) null)
        : span(((EmbeddingRequest) input).modelName()).request(input);
  }

  private SpanCall span(Supplier<List<String>> texts) {
    return span((String) null).request(new EmbeddingInput(texts));
  }

  private SpanCall span(@Nullable String requestedModel) {
    return Spans.embedding(provider(), requestedModel == null ? modelName() : requestedModel);
  }

  private @Nullable String provider() {
    try {
      return Providers.name(model.provider());
    } catch (LinkageError older) { // whose models did not tell
      return ProviderTypes.of(model).provider();
    }
  }

  private @Nullable String modelName() {
    try {
      String name = model.modelName();
      return "unknown".equals(name) ? null : name; // LangChain4j's word for not knowing
    } catch (LinkageError older) { // whose models did not tell
      return null;
    }
  }
}
