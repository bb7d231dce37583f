package io.spanloom.internal.llm;

import io.spanloom.internal.metric.Failures;
import io.spanloom.llm.EmbeddingAdapter;
import io.spanloom.llm.LlmAdapter;
import io.spanloom.llm.LlmStreamAdapter;
import io.spanloom.llm.ProviderErrors;
import io.spanloom.retrieval.DocumentAdapter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The adapters on the class path, found once and remembered by the classes they are asked for. */
public final class Adapters {

  private final List<ProviderErrors> errors = new ArrayList<>();
  private final ClassValue<Lookup<LlmAdapter<?, ?>>> byRequest;
  private final ClassValue<Lookup<LlmAdapter<?, ?>>> byResponse;
  private final ClassValue<Lookup<LlmStreamAdapter<?>>> byChunk;
  private final ClassValue<Lookup<EmbeddingAdapter<?, ?>>> byEmbeddingRequest;
  private final ClassValue<Lookup<EmbeddingAdapter<?, ?>>> byEmbeddingResponse;
  private final ClassValue<Lookup<DocumentAdapter<?>>> byDocument;

  private Adapters(
      List<LlmAdapter<?, ?>> adapters,
      List<LlmStreamAdapter<?>> streamAdapters,
      List<EmbeddingAdapter<?, ?>> embeddingAdapters,
      List<DocumentAdapter<?>> documentAdapters) {
    this.errors.addAll(adapters);
    this.errors.addAll(embeddingAdapters);
    this.byRequest = lookup(adapters, LlmAdapter::requestType);
    this.byResponse = lookup(adapters, LlmAdapter::responseType);
    this.byChunk = lookup(streamAdapters, LlmStreamAdapter::chunkType);
    this.byEmbeddingRequest = lookup(embeddingAdapters, EmbeddingAdapter::requestType);
    this.byEmbeddingResponse = lookup(embeddingAdapters, EmbeddingAdapter::responseType);
    this.byDocument = lookup(documentAdapters, DocumentAdapter::type);
  }

  public static Adapters load(Failures failures) {
    return new Adapters(
        Integrations.find(LlmAdapter.class, Adapters::askTypes, failures),
        Integrations.find(LlmStreamAdapter.class, LlmStreamAdapter::chunkType, failures),
        Integrations.find(EmbeddingAdapter.class, Adapters::askTypes, failures),
        Integrations.find(DocumentAdapter.class, DocumentAdapter::type, failures));
  }

  /** An adapter that reads requests of the type, or {@code null}. */
  public @Nullable LlmAdapter<?, ?> forRequest(Class<?> type) {
    return byRequest.get(type).adapter;
  }

  /** An adapter that reads responses of the type, or {@code null}. */
  public @Nullable LlmAdapter<?, ?> forResponse(Class<?> type) {
    return byResponse.get(type).adapter;
  }

  /** An adapter that reads chunks of the type, or {@code null}. */
  public @Nullable LlmStreamAdapter<?> forChunk(Class<?> type) {
    return byChunk.get(type).adapter;
  }

  /** An adapter that reads requests for embeddings of the type, or {@code null}. */
  public @Nullable EmbeddingAdapter<?, ?> forEmbeddingRequest(Class<?> type) {
    return byEmbeddingRequest.get(type).adapter;
  }

  /** An adapter that reads embeddings of the type, or {@code null}. */
  public @Nullable EmbeddingAdapter<?, ?> forEmbeddingResponse(Class<?> type) {
    return byEmbeddingResponse.get(type).adapter;
  }

  /** An adapter that reads documents of the type, or {@code null}. */
  public @Nullable DocumentAdapter<?> forDocument(Class<?> type) {
    return byDocument.get(type).adapter;
  }

  /** What any provider calls a failure, where no request tells which one was asked. */
  public @Nullable String errorType(Throwable failure) {
    for (ProviderErrors provider : errors) {
      String type = provider.errorType(failure);
      if (type != null) {
        return type;
      }
    }
    return null;
  }

  private static void askTypes(EmbeddingAdapter<?, ?> adapter) {
    adapter.requestType();
    adapter.responseType();
  }

  private static void askTypes(LlmAdapter<?, ?> adapter) {
    adapter.requestType();
    adapter.responseType();
  }

  private static <A> ClassValue<Lookup<A>> lookup(
      List<A> adapters, Function<A, Class<?>> handledType) {
    return new ClassValue<>() {
      @Override
      protected Lookup<A> computeValue(Class<?> type) {
        for (A adapter : adapters) {
          if (handledType.apply(adapter).isAssignableFrom(type)) {
            return new Lookup<>(adapter);
          }
        }
        return new Lookup<>(null);
      }
    };
  }

  private record Lookup<A>(@Nullable A adapter) {}
}
