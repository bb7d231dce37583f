package io.spanloom.langchain4j;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.message.ContentType;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.listener.EmbeddingModelListener;
import dev.langchain4j.model.embedding.request.EmbeddingParameter;
import dev.langchain4j.model.embedding.request.EmbeddingRequest;
import dev.langchain4j.model.embedding.request.EmbeddingRequestParameters;
import dev.langchain4j.model.embedding.response.EmbeddingResponse;
import dev.langchain4j.model.output.Response;
import io.spanloom.SpanCall;
import io.spanloom.Spans;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An embedding model with a span around each call. */
final class TracedEmbeddingModel implements EmbeddingModel {

  private final EmbeddingModel model;

  TracedEmbeddingModel(EmbeddingModel model) {
    this.model = model;
  }

  @Override
  public EmbeddingResponse embed(EmbeddingRequest request) {
    return span(request.modelName()).request(request).call(() -> model.embed(request));
  }

  @Override
  public Response<Embedding> embed(String text) {
    return span(() -> List.of(text)).call(() -> model.embed(text));
  }

  @Override
  public Response<Embedding> embed(TextSegment segment) {
    return span(() -> List.of(segment.text())).call(() -> model.embed(segment));
  }

  @Override
  public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
    return span(() -> segments.stream().map(TextSegment::text).toList())
        .call(() -> model.embedAll(segments));
  }

  @Override
  public int dimension() {
    return model.dimension();
  }

  @Override
  public String modelName() {
    return model.modelName();
  }

  @Override
  public ModelProvider provider() {
    return model.provider();
  }

  @Override
  public List<EmbeddingModelListener> listeners() {
    return model.listeners();
  }

  @Override
  public EmbeddingRequestParameters defaultRequestParameters() {
    return model.defaultRequestParameters();
  }

  @Override
  public Set<EmbeddingParameter<?>> supportedParameters() {
    return model.supportedParameters();
  }

  @Override
  public Set<ContentType> supportedContentTypes() {
    return model.supportedContentTypes();
  }

  private SpanCall span(Supplier<List<String>> texts) {
    return span((String) null).request(new AskedTexts(texts));
  }

  private SpanCall span(@Nullable String asked) {
    return Spans.embedding(knownProvider(), asked == null ? knownName() : asked);
  }

  private @Nullable String knownProvider() {
    try {
      return Providers.name(model.provider());
    } catch (LinkageError older) { // whose models did not tell
      return ProviderTypes.of(model).provider();
    }
  }

  private @Nullable String knownName() {
    try {
      String name = model.modelName();
      return "unknown".equals(name) ? null : name; // LangChain4j's word for not knowing
    } catch (LinkageError older) { // whose models did not tell
      return null;
    }
  }
}
