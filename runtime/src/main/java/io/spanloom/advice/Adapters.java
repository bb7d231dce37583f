package io.spanloom.advice;

import io.spanloom.llm.LlmAdapter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The adapters on the class path, found once and remembered by the classes they are asked for. */
final class Adapters {

  private final ClassValue<Lookup> byRequest;
  private final ClassValue<Lookup> byResponse;

  private Adapters(List<LlmAdapter<?, ?>> adapters) {
    this.byRequest = lookup(adapters, LlmAdapter::requestType);
    this.byResponse = lookup(adapters, LlmAdapter::responseType);
  }

  static Adapters load(Failures failures) {
    List<LlmAdapter<?, ?>> adapters = new ArrayList<>();
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    collect(LlmAdapter.class.getClassLoader(), adapters, failures);
    if (context != null && context != LlmAdapter.class.getClassLoader()) {
      collect(context, adapters, failures);
    }
    return new Adapters(adapters);
  }

  /** An adapter that reads requests of the type, or {@code null}. */
  @Nullable LlmAdapter<?, ?> forRequest(Class<?> type) {
    return byRequest.get(type).adapter;
  }

  /** An adapter that reads responses of the type, or {@code null}. */
  @Nullable LlmAdapter<?, ?> forResponse(Class<?> type) {
    return byResponse.get(type).adapter;
  }

  /** An adapter whose SDK is missing from the class path is left out; the others still work. */
  private static void collect(
      @Nullable ClassLoader loader, List<LlmAdapter<?, ?>> adapters, Failures failures) {
    @SuppressWarnings("rawtypes")
    Iterator<LlmAdapter> found = ServiceLoader.load(LlmAdapter.class, loader).iterator();
    while (true) {
      try {
        if (!found.hasNext()) {
          return;
        }
        LlmAdapter<?, ?> adapter = found.next();
        adapter.requestType();
        adapter.responseType();
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

  private static ClassValue<Lookup> lookup(
      List<LlmAdapter<?, ?>> adapters, Function<LlmAdapter<?, ?>, Class<?>> handledType) {
    return new ClassValue<>() {
      @Override
      protected Lookup computeValue(Class<?> type) {
        for (LlmAdapter<?, ?> adapter : adapters) {
          if (handledType.apply(adapter).isAssignableFrom(type)) {
            return new Lookup(adapter);
          }
        }
        return new Lookup(null);
      }
    };
  }

  private record Lookup(@Nullable LlmAdapter<?, ?> adapter) {}
}
