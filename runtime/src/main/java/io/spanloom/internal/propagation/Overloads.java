package io.spanloom.internal.propagation;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.reflect.CodeSignature;
import org.jspecify.annotations.Nullable;

/** The methods of one name that tasks pass through, by the type of task. */
final class Overloads {

  private final Map<Class<?>, Method> byType = new HashMap<>();
  private final boolean withTarget;

  private Overloads(boolean withTarget) {
    this.withTarget = withTarget;
  }

  /**
   * Collects.
   *
   * @param name the methods' name
   * @param withTarget whether they take the task's receiver too
   * @param carriers the classes that have them
   */
  static Overloads of(String name, boolean withTarget, Class<?>... carriers) {
    Overloads overloads = new Overloads(withTarget);
    int position = withTarget ? 1 : 0;
    Stream.of(carriers)
        .flatMap(runtimeMethods -> Stream.of(runtimeMethods.getMethods()))
        .filter(method -> method.getName().equals(name))
        .filter(method -> method.getParameterCount() == position + 1)
        .forEach(method -> overloads.byType.put(method.getParameterTypes()[position], method));
    return overloads;
  }

  /** A call's arguments, those that are tasks by their declared type passed through. */
  @Nullable Object[] carry(ProceedingJoinPoint call) throws ReflectiveOperationException {
    Class<?>[] types = ((CodeSignature) call.getSignature()).getParameterTypes();
    @Nullable Object[] arguments = call.getArgs();
    for (int i = 0; i < types.length; i++) {
      Method method = byType.get(types[i]);
      if (method != null) {
        arguments[i] =
            withTarget
                ? method.invoke(null, call.getTarget(), arguments[i])
                : method.invoke(null, arguments[i]);
      }
    }
    return arguments;
  }
}
