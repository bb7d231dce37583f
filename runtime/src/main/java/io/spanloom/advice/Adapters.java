package io.spanloom.advice;

import io.spanloom.llm.EmbeddingAdapter;
import io.spanloom.llm.LlmAdapter;
import io.spanloom.llm.LlmStreamAdapter;
import io.spanloom.llm.ProviderErrors;
import io.spanloom.retrieval.DocumentAdapter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The adapters on the class path, found once and remembered by the classes they are asked for. */
final class Adapters {

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

  static Adapters load(Failures failures) {
    List<LlmAdapter<?, ?>> adapters = new ArrayList<>();
    List<LlmStreamAdapter<?>> streams = new ArrayList<>();
    List<EmbeddingAdapter<?, ?>> embeddings = new ArrayList<>();
    List<DocumentAdapter<?>> documents = new ArrayList<>();
    ClassLoader own = LlmAdapter.class.getClassLoader();
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    Set<ClassLoader> loaders = new LinkedHashSet<>(List.of(own));
    if (context != null) {
      loaders.add(context);
    }
    for (ClassLoader loader : loaders) {
      collect(LlmAdapter.class, Adapters::askTypes, loader, adapters, failures);
      collect(LlmStreamAdapter.class, LlmStreamAdapter::chunkType, loader, streams, failures);
      collect(EmbeddingAdapter.class, Adapters::askTypes, loader, embeddings, failures);
      collect(DocumentAdapter.class, DocumentAdapter::type, loader, documents, failures);
    }
    return new Adapters(adapters, streams, embeddings, documents);
  }

  /** An adapter that reads requests of the type, or {@code null}. */
  @Nullable LlmAdapter<?, ?> forRequest(Class<?> type) {
    return byRequest.get(type).adapter;
  }

  /** An adapter that reads responses of the type, or {@code null}. */
  @Nullable LlmAdapter<?, ?> forResponse(Class<?> type) {
    return byResponse.get(type).adapter;
  }

  /** An adapter that reads chunks of the type, or {@code null}. */
  @Nullable LlmStreamAdapter<?> forChunk(Class<?> type) {
    return byChunk.get(type).adapter;
  }

  /** An adapter that reads requests for embeddings of the type, or {@code null}. */
  @Nullable EmbeddingAdapter<?, ?> forEmbeddingRequest(Class<?> type) {
    return byEmbeddingRequest.get(type).adapter;
  }

  /** An adapter that reads embeddings of the type, or {@code null}. */
  @Nullable EmbeddingAdapter<?, ?> forEmbeddingResponse(Class<?> type) {
    return byEmbeddingResponse.get(type).adapter;
  }

  /** An adapter that reads documents of the type, or {@code null}. */
  @Nullable DocumentAdapter<?> forDocument(Class<?> type) {
    return byDocument.get(type).adapter;
  }

  /** What any provider calls a failure, where no request tells which one was asked. */
  @Nullable String errorType(Throwable failure) {
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

  /** An adapter whose SDK is missing from the class path is left out; the others still work. */
  @SuppressWarnings("unchecked") // a service is asked for by its raw type
  private static <A> void collect(
      Class<?> service,
      Consumer<A> check,
      ClassLoader loader,
      List<A> adapters,
      Failures failures) {
    Iterator<A> found = ServiceLoader.load((Class<A>) service, loader).iterator();
    while (true) {
      try {
        if (!found.hasNext()) {
          return;
        }
        A adapter = found.next();
        check.accept(adapter);
        if (adapters.stream().noneMatch(known -> known.getClass() == adapter.getClass())) {
          adapters.add(adapter);
        }
      } catch (ServiceConfigurationError | LinkageError unusable) {
        failures.report(
            Failures.Kind.ADAPTER,
            "model calls of an SDK whose adapter cannot be loaded",
            unusable);
      }
    }
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
