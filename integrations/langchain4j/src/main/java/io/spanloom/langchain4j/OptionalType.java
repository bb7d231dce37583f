package io.spanloom.langchain4j;

import java.util.function.Supplier;

/**
 * Types of modules of LangChain4j that a program need not have, or that came after its first
 * release.
 */
final class OptionalType {

  /** A type without instances. */
  private static final class Absent {
    private Absent() {}
  }

  private OptionalType() {}

  /**
   * The type that is named, or one that nothing is an instance of: then an adapter has nothing to
   * read and no reason to complain.
   */
  @SuppressWarnings("unchecked") // nobody will ever cast to it
  static <T> Class<T> of(Supplier<Class<?>> named) {
    Class<?> type;
    try {
      type = named.get();
    } catch (NoClassDefFoundError absent) {
      type = Absent.class;
    }
    return (Class<T>) type;
  }
}
