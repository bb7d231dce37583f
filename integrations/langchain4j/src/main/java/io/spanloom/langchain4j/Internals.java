package io.spanloom.langchain4j;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads what LangChain4j keeps to itself, in versions that have it. */
final class Internals {

  private static final Logger LOGGER = Logger.getLogger("io.spanloom");

  private Internals() {}

  /** A field's value; {@code null} if there is no such field, or nobody may read it. */
  static @Nullable Object read(Class<?> owner, String name, Object object) {
    try {
      Field field = owner.getDeclaredField(name);
      field.setAccessible(true);
      return field.get(object);
    } catch (ReflectiveOperationException | RuntimeException missing) {
      LOGGER.log(
          Level.FINE,
          missing,
          () -> "Cannot read " + owner.getName() + "." + name + " of this version of LangChain4j");
      return null;
    }
  }

  /** A public method without parameters, which older versions lack. */
  static @Nullable Object call(Object object, String name) {
    try {
      Method method = object.getClass().getMethod(name);
      return method.invoke(object);
    } catch (ReflectiveOperationException missing) {
      return null;
    }
  }
}
