package io.spanloom.internal.capture;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values by key, in the order they were added; reused from call to call. */
public final class KeyedValues<K> {

  private static final @Nullable Object[] NONE = {};

  /** How much room waits for the next call. */
  private static final int MAX_KEPT = 64;

  private @Nullable Object[] keys = NONE;
  private @Nullable Object[] values = NONE;
  private int size;

  public void add(K key, @Nullable Object value) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, Math.max(4, size * 2));
      values = Arrays.copyOf(values, keys.length);
    }
    keys[size] = key;
    values[size++] = value;
  }

  public void addAll(KeyedValues<K> others) {
    for (int i = 0; i < others.size; i++) {
      add(others.key(i), others.value(i));
    }
  }

  /** Lets go of all, and of the room for more than calls have. */
  public void clear() {
    if (size == 0) {
      return;
    }
    if (keys.length > MAX_KEPT) {
      keys = NONE;
      values = NONE;
      size = 0;
    }
    truncate(0);
  }

  /** Forgets all but the first so many. */
  void truncate(int length) {
    for (int i = length; i < size; i++) {
      keys[i] = null;
      values[i] = null;
    }
    size = length;
  }

  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // what was added
  public K key(int index) {
    return (K) keys[index];
  }

  @Nullable Object value(int index) {
    return values[index];
  }

  /** The keys, until the next change. */
  @SuppressWarnings("unchecked") // what was added
  public List<K> keys() {
    return (List<K>) Arrays.asList(keys).subList(0, size);
  }

  /** The values, until the next change. */
  public List<@Nullable Object> values() {
    return Arrays.asList(values).subList(0, size);
  }

  /** The value of a key; {@code null} for none. */
  public @Nullable Object named(K key) {
    for (int i = 0; i < size; i++) {
      if (key.equals(keys[i])) {
        return values[i];
      }
    }
    return null;
  }

  /** The only value if it is a text, else {@code null}. */
  public @Nullable String onlyText() {
    return size == 1 && values[0] instanceof String text ? text : null;
  }

  public Map<K, @Nullable Object> asMap() {
    Map<K, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      map.put(key(i), values[i]);
    }
    return map;
  }
}
