package io.spanloom.rxjava;

import io.reactivex.rxjava3.flowables.ConnectableFlowable;
import io.reactivex.rxjava3.observables.ConnectableObservable;

/** Sources that remember what they delivered, or share it among subscribers. */
final class SharedSource {

  /**
   * RxJava names its classes after the operators: {@code SingleCache}, {@code FlowableRefCount}.
   */
  private static final String[] ENDINGS = {
    "Cache", "RefCount", "AutoConnect", "Subject", "Processor"
  };

  private static final ClassValue<Boolean> IS_SHARED =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return isShared(type);
        }
      };

  private SharedSource() {}

  /** Whether the source is one of these. */
  static boolean is(Object source) {
    return IS_SHARED.get(source.getClass());
  }

  private static boolean isShared(Class<?> type) {
    if (ConnectableFlowable.class.isAssignableFrom(type)
        || ConnectableObservable.class.isAssignableFrom(type)) {
      return true;
    }
    String name = type.getName();
    for (String ending : ENDINGS) {
      if (name.startsWith("io.reactivex.rxjava3.") && name.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }
}
