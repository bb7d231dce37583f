package io.spanloom.langchain4j;

import java.lang.reflect.Method;

/** Knows which tools the build has woven. */
final class WovenTools {

  private static final String EXECUTOR = "dev.langchain4j.service.tool.DefaultToolExecutor";

  private static final ClassValue<Boolean> HAS_ASPECT =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return findAspect(type);
        }
      };

  private WovenTools() {}

  /**
   * Whether what executes a tool calls a method that has a span of its own. In doubt it does: no
   * span is better than two.
   */
  static boolean isWoven(Object executor) {
    if (!executor.getClass().getName().equals(EXECUTOR)) {
      return false;
    }
    Object method = Internals.read(executor.getClass(), "originalMethod", executor);
    return !(method instanceof Method tool) || hasAspect(tool.getDeclaringClass());
  }

  /** Whether the annotation processor has generated an aspect for the class. */
  static boolean hasAspect(Class<?> type) {
    return HAS_ASPECT.get(type);
  }

  private static boolean findAspect(Class<?> type) {
    try {
      Class.forName(type.getName().replace('$', '_') + "_SpanAspect", false, type.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError none) {
      return false;
    }
  }
}
