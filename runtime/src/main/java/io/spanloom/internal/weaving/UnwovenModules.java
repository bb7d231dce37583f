package io.spanloom.internal.weaving;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;

/**
 * Finds what was compiled for tracing and not woven: its methods would be silent. It happens where
 * {@code mvn compile} stops before the weaving, and where a development environment compiles
 * modules, or single classes of them, by itself.
 */
public final class UnwovenModules {

  private static final Set<ClassLoader> SEEN =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private UnwovenModules() {}

  /** Warns as {@link #warn} does, once for each class loader: a reload brings a new one. */
  public static void warnOnce(ClassLoader loader, Consumer<String> warnings) {
    if (SEEN.add(loader)) {
      warn(loader, warnings);
    }
  }

  /** Warns of the modules and classes that the class loader sees. */
  static void warn(ClassLoader loader, Consumer<String> warnings) {
    Weaving weaving = new Weaving(loader);
    for (TracedModule module : TracedModule.find(loader)) {
      List<TracedMethod> methods = module.methods();
      if (methods.isEmpty()) {
        continue;
      }
      String first = methods.get(0).aspect();
      if (!weaving.isAspectWoven(first)) {
        warnings.accept(unwovenModule(module, first));
      } else if (module.isDirectory()) {
        List<String> classes = unwovenClasses(methods, weaving);
        if (!classes.isEmpty()) {
          warnings.accept(unwovenClasses(module, classes));
        }
      }
    }
  }

  private static List<String> unwovenClasses(List<TracedMethod> methods, Weaving weaving) {
    return methods.stream()
        .filter(method -> !weaving.isWoven(method))
        .map(TracedMethod::type)
        .distinct()
        .toList();
  }

  private static String unwovenModule(TracedModule module, String aspect) {
    return "%s is compiled for tracing but not woven, so its methods are not traced (found by %s). Build with 'mvn process-classes' or a later phase ('compile' ends before weaving), or start Java with AspectJ's agent."
        .formatted(module.place(), aspect);
  }

  private static String unwovenClasses(TracedModule module, List<String> classes) {
    return "%s has classes that were compiled again and not woven, so their methods are not traced: %s. Build with 'mvn process-classes' or a later phase, and let your development environment build with Maven."
        .formatted(module.place(), String.join(", ", classes));
  }
}
