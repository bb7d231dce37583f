package io.spanloom.advice;

import io.spanloom.llm.LlmAdapter;
import io.spanloom.llm.LlmStreamAdapter;
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

  private final ClassValue<Lookup<LlmAdapter<?, ?>>> byRequest;
  private final ClassValue<Lookup<LlmAdapter<?, ?>>> byResponse;
  private final ClassValue<Lookup<LlmStreamAdapter<?>>> byChunk;

  private Adapters(List<LlmAdapter<?, ?>> adapters, List<LlmStreamAdapter<?>> streamAdapters) {
    this.byRequest = lookup(adapters, LlmAdapter::requestType);
    this.byResponse = lookup(adapters, LlmAdapter::responseType);
    this.byChunk = lookup(streamAdapters, LlmStreamAdapter::chunkType);
  }

  static Adapters load(Failures failures) {
    List<LlmAdapter<?, ?>> adapters = new ArrayList<>();
    List<LlmStreamAdapter<?>> streams = new ArrayList<>();
    ClassLoader own = LlmAdapter.class.getClassLoader();
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    Set<ClassLoader> loaders = new LinkedHashSet<>(List.of(own));
    if (context != null) {
      loaders.add(context);
    }
    for (ClassLoader loader : loaders) {
      collect(LlmAdapter.class, Adapters::askTypes, loader, adapters, failures);
      collect(LlmStreamAdapter.class, LlmStreamAdapter::chunkType, loader, streams, failures);
    }
    return new Adapters(adapters, streams);
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
