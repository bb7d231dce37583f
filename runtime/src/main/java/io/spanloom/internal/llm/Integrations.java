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
      collect((Class<S>) service, new ProviderNames(loader), check, services, failures);
    }
    return services;
  }

  private static <S> void collect(
      Class<S> service,
      ProviderNames loader,
      Consumer<S> check,
      List<S> services,
      Failures failures) {
    Iterator<S> found = ServiceLoader.load(service, loader).iterator();
    while (true) {
      try {
        if (!found.hasNext()) {
          return;
        }
        S candidate = found.next();
        check.accept(candidate);
        if (services.stream().noneMatch(known -> known.getClass() == candidate.getClass())) {
          services.add(candidate);
        }
      } catch (ServiceConfigurationError | LinkageError unusable) {
        if (!BundledIntegrations.isOptional(loader.integration(), unusable, loader)) {
          failures.reportIntegration(loader.integration(), unusable);
        }
      }
    }
  }

  /** Knows which provider was loaded last: the errors of a missing library do not name it. */
  private static final class ProviderNames extends ClassLoader {

    private String last = "";

    ProviderNames(ClassLoader parent) {
      super(parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      last = name;
      return super.loadClass(name, resolve);
    }

    /** The package of the provider. */
    String integration() {
      int end = last.lastIndexOf('.');
      return end < 0 ? "An integration" : last.substring(0, end);
    }
  }
}
