package io.spanloom.springai;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a value for an object as long as the object lives. Objects are compared by identity; any
 * thread may use it.
 */
final class WeakIdentityMap<K, V> {

  private final ConcurrentMap<Key, V> values = new ConcurrentHashMap<>();
  private final ReferenceQueue<Object> unreachable = new ReferenceQueue<>();

  @Nullable V get(K key) {
    return values.get(new Key(key, null));
  }

  void put(K key, V value) {
    removeUnreachable();
    values.put(new Key(key, unreachable), value);
  }

  /** The value that was there before, and stays. */
  @Nullable V putIfAbsent(K key, V value) {
    removeUnreachable();
    return values.putIfAbsent(new Key(key, unreachable), value);
  }

  @Nullable V remove(K key) {
    return values.remove(new Key(key, null));
  }

  /** Removes the value if it is the one of this key. */
  void remove(K key, V value) {
    values.remove(new Key(key, null), value);
  }

  int size() {
    removeUnreachable();
    return values.size();
  }

  private void removeUnreachable() {
    for (Reference<?> key = unreachable.poll(); key != null; key = unreachable.poll()) {
      values.remove(key);
    }
  }

  private static final class Key extends WeakReference<Object> {

    private final int hash;

    Key(Object object, @Nullable ReferenceQueue<Object> unreachable) {
      super(object, unreachable);
      this.hash = System.identityHashCode(object);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      if (this == other) {
        return true;
      }
      Object object = get();
      return object != null && other instanceof Key key && key.get() == object;
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }
}
