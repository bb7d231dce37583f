package io.spanloom.internal.llm;

import io.spanloom.internal.metric.Failures;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The services of the integrations on the class path. One whose library is missing is left out; the
 * others still work.
 */
public final class Integrations {

  private Integrations() {}

  /**
   * The services of one kind, each once.
   *
   * @param check asks a service for the types it needs, and so fails if its library is missing
   */
  @SuppressWarnings("unchecked") // a service is asked for by its raw type
  public static <S> List<S> find(Class<?> service, Consumer<S> check, Failures failures) {
    List<S> services = new ArrayList<>();
    Set<ClassLoader> loaders = new LinkedHashSet<>();
    loaders.add(service.getClassLoader());
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    if (context != null) {
      loaders.add(context);
    }
    for (ClassLoader loader : loaders) {
      collect(ServiceLoader.load((Class<S>) service, loader), check, services, failures);
    }
    return services;
  }

  private static <S> void collect(
      ServiceLoader<S> loader, Consumer<S> check, List<S> services, Failures failures) {
    Iterator<ServiceLoader.Provider<S>> found = loader.stream().iterator();
    while (true) {
      String integration = null;
      try {
        if (!found.hasNext()) {
          return;
        }
        ServiceLoader.Provider<S> provider = found.next();
        integration = provider.type().getPackageName();
        S service = provider.get();
        check.accept(service);
        if (services.stream().noneMatch(known -> known.getClass() == service.getClass())) {
          services.add(service);
        }
      } catch (ServiceConfigurationError | LinkageError unusable) {
        failures.reportIntegration(integration, unusable);
      }
    }
  }
}
