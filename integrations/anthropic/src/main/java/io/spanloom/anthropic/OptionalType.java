package io.spanloom.anthropic;

import java.util.function.Supplier;

/** Types that came after the oldest version of the SDK that is supported. */
final class OptionalType {

  /** A type without instances. */
  private static final class Absent {
    private Absent() {}
  }

  private OptionalType() {}

  /** The type that is named, or one that nothing is an instance of. */
  @SuppressWarnings("unchecked") // nobody will ever cast to it
  static Class<Object> of(Supplier<Class<?>> named) {
    Class<?> type;
    try {
      type = named.get();
    } catch (NoClassDefFoundError absent) {
      type = Absent.class;
    }
    return (Class<Object>) type;
  }
}
