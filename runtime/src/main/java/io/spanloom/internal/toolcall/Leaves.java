package io.spanloom.internal.toolcall;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
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

  private final Map<Long, Leaf> byPath = new HashMap<>();
  private final LongPredicate wanted;
  private int read;
  private int values;
  private int objects;
  private int absent;
  private int opaque;
  private boolean complete = true;

  Leaves(LongPredicate wanted) {
    this.wanted = wanted;
  }

  /** Whether there is room for another value in objects and arrays nested so deep. */
  boolean goesOn(int depth) {
    complete &= ++read <= MAX_VALUES && read >= 0 && values <= MAX_LEAVES && depth <= MAX_DEPTH;
    return complete;
  }

  /** Whether there is room for so many more values. */
  boolean goesOn(int depth, int count) {
    read += count;
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
    Leaf leaf = leaf(path);
    values += leaf.value == null ? 1 : 0;
    opaque += value.isOpaque() ? 1 : 0;
    leaf.value = value;
    leaf.parent = parent;
  }

  /**
   * An object whose members follow.
   *
   * @param declared whether a class or method declares them, so that there can be no others
   */
  void addObject(long path, boolean declared) {
    if (objects > MAX_LEAVES) {
      complete = false;
      return;
    }
    Leaf leaf = leaf(path);
    objects += leaf.isObject ? 0 : 1;
    leaf.isObject = true;
    leaf.isDeclared = declared;
  }

  /** A declared member without a value. */
  void addAbsent(long path) {
    if (absent > MAX_LEAVES) {
      complete = false;
      return;
    }
    Leaf leaf = leaf(path);
    absent += leaf.isAbsent ? 0 : 1;
    leaf.isAbsent = true;
  }

  private Leaf leaf(long path) {
    return byPath.computeIfAbsent(path, first -> new Leaf());
  }

  @Nullable ValueDigest at(long path) {
    Leaf leaf = byPath.get(path);
    return leaf == null ? null : leaf.value;
  }

  boolean isObject(long path) {
    Leaf leaf = byPath.get(path);
    return leaf != null && leaf.isObject;
  }

  /** Whether the path is that of an object with declared members. */
  boolean declaresMembers(long path) {
    Leaf leaf = byPath.get(path);
    return leaf != null && leaf.isDeclared;
  }

  boolean isAbsent(long path) {
    Leaf leaf = byPath.get(path);
    return leaf != null && leaf.isAbsent;
  }

  /** Whether some values cannot be looked into. */
  boolean hasOpaque() {
    return opaque > 0;
  }

  /** How many values there are that JSON can say. */
  int count() {
    return values - opaque;
  }

  /** The path of the object that the value at a path is a member of. */
  long parent(long path) {
    Leaf leaf = byPath.get(path);
    return leaf == null ? Digests.ROOT : leaf.parent;
  }

  /** The paths of values, in ascending order. */
  long[] paths() {
    long[] paths = new long[values];
    int count = 0;
    for (Map.Entry<Long, Leaf> entry : byPath.entrySet()) {
      if (entry.getValue().value != null) {
        paths[count++] = entry.getKey();
      }
    }
    Arrays.sort(paths);
    return paths;
  }

  /** The paths of the objects that the first values are members of, each once, in order. */
  long[] parents(long[] paths, int count) {
    long[] parents = new long[count];
    int distinct = 0;
    for (int i = 0; i < count; i++) {
      long parent = parent(paths[i]);
      int at = Arrays.binarySearch(parents, 0, distinct, parent);
      if (at < 0) {
        int place = -at - 1;
        System.arraycopy(parents, place, parents, place + 1, distinct - place);
        parents[place] = parent;
        distinct++;
      }
    }
    return Arrays.copyOf(parents, distinct);
  }

  /**
   * What is at a path. JSON may name a member twice, once as an object and once as a value: then it
   * is both.
   */
  private static final class Leaf {

    private @Nullable ValueDigest value;

    /** The object that the value is a member of. */
    private long parent = Digests.ROOT;

    private boolean isObject;
    private boolean isDeclared;
    private boolean isAbsent;
  }
}
