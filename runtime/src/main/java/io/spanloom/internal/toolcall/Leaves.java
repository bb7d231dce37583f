package io.spanloom.internal.toolcall;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The values of arguments by their paths: members of objects are looked into, so that a request may
 * leave some out; arrays are values.
 *
 * <p>Bounded, for digests of values that are endless or full of members tell nothing soon: {@link
 * #goesOn} says when to stop.
 */
final class Leaves {

  private static final int MAX_LEAVES = 1_000;
  private static final int MAX_VALUES = 100_000;
  private static final int MAX_DEPTH = 64;

  private final Map<Long, ValueDigest> byPath = new HashMap<>();

  /** The objects that the values are members of, with whether their members are declared. */
  private final Map<Long, Boolean> objects = new HashMap<>();

  /** The object that each value is a member of. */
  private final Map<Long, Long> parents = new HashMap<>();

  private final Set<Long> absent = new HashSet<>();
  private final LongPredicate wanted;
  private int values;
  private int opaque;
  private boolean complete = true;

  Leaves(LongPredicate wanted) {
    this.wanted = wanted;
  }

  /** Whether there is room for another value in objects and arrays nested so deep. */
  boolean goesOn(int depth) {
    complete &=
        ++values <= MAX_VALUES && values >= 0 && byPath.size() <= MAX_LEAVES && depth <= MAX_DEPTH;
    return complete;
  }

  /** Whether there is room for so many more values. */
  boolean goesOn(int depth, int count) {
    values += count;
    return goesOn(depth);
  }

  /** Whether all values were read. */
  boolean isComplete() {
    return complete;
  }

  /** Whether the value at a path is compared. */
  boolean wants(long path) {
    return wanted.test(path);
  }

  /** If a member occurs twice, the last one counts, as with most JSON readers. */
  void add(long path, long parent, ValueDigest value) {
    opaque += value.isOpaque() ? 1 : 0;
    byPath.put(path, value);
    parents.put(path, parent);
  }

  /**
   * An object whose members follow.
   *
   * @param declared whether a class or method declares them, so that there can be no others
   */
  void addObject(long path, boolean declared) {
    if (objects.size() <= MAX_LEAVES) {
      objects.put(path, declared);
    } else {
      complete = false;
    }
  }

  /** A declared member without a value. */
  void addAbsent(long path) {
    if (absent.size() <= MAX_LEAVES) {
      absent.add(path);
    } else {
      complete = false;
    }
  }

  @Nullable ValueDigest at(long path) {
    return byPath.get(path);
  }

  boolean isObject(long path) {
    return objects.containsKey(path);
  }

  /** Whether the path is that of an object with declared members. */
  boolean declaresMembers(long path) {
    return Boolean.TRUE.equals(objects.get(path));
  }

  boolean isAbsent(long path) {
    return absent.contains(path);
  }

  /** Whether some values cannot be looked into. */
  boolean hasOpaque() {
    return opaque > 0;
  }

  /** How many values there are that JSON can say. */
  int count() {
    return byPath.size() - opaque;
  }

  /** The path of the object that the value at a path is a member of. */
  long parent(long path) {
    return parents.getOrDefault(path, Digests.ROOT);
  }

  /** The paths in ascending order. */
  long[] paths() {
    return byPath.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
  }
}
