package io.spanloom.internal.propagation;

import io.opentelemetry.context.Context;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The contexts of tasks that cannot be wrapped, because it matters to someone which object they
 * are: they wait here until {@link TaskBodies} sees the task run.
 */
final class TaskContexts {

  private static final Map<Key, Context> CONTEXTS = new ConcurrentHashMap<>();
  private static final ReferenceQueue<Object> NEVER_RAN = new ReferenceQueue<>();

  private TaskContexts() {}

  /** Tasks of the JDK's and other bootstrap classes would never be seen to run. */
  static void note(Object task, Context context) {
    if (task.getClass().getClassLoader() != null) {
      CONTEXTS.put(new Key(task, NEVER_RAN), context);
    }
    for (Object key = NEVER_RAN.poll(); key != null; key = NEVER_RAN.poll()) {
      CONTEXTS.remove(key);
    }
  }

  /** The context that the task was handed on in, once: it may be handed on again. */
  static @Nullable Context contextOf(Object task) {
    if (CONTEXTS.isEmpty()) {
      return null;
    }
    return CONTEXTS.remove(new Key(task, null));
  }

  /** A task by identity, which it does not keep alive. */
  private static final class Key extends WeakReference<Object> {

    private final int hash;

    Key(Object task, @Nullable ReferenceQueue<Object> queue) {
      super(task, queue);
      this.hash = System.identityHashCode(task);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // that is the point
    public boolean equals(@Nullable Object other) {
      if (this == other) {
        return true;
      }
      Object task = get();
      return task != null && other instanceof Key key && key.get() == task;
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }
}
