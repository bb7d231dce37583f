package io.spanloom.internal.toolcall;

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

  private final Map<Long, ValueDigest> byPath = new HashMap<>();
  private final LongPredicate wanted;
  private int values;
  private int opaque;
  private boolean complete = true;

  Leaves(LongPredicate wanted) {
    this.wanted = wanted;
  }

  /** Whether there is room for another value in objects and arrays nested so deep. */
  boolean goesOn(int depth) {
    complete &= ++values <= MAX_VALUES && byPath.size() <= MAX_LEAVES && depth <= MAX_DEPTH;
    return complete;
  }

  /** Whether all values were read. */
  boolean isComplete() {
    return complete;
  }

  /** Whether the value at a path is compared. */
  boolean wants(long path) {
    return wanted.test(path);
  }

  /** Of a member that is told twice the last one counts, as it does for whoever reads JSON. */
  void add(long path, ValueDigest value) {
    byPath.put(path, value);
  }

  /** A value that JSON cannot say, such as a service handed to the tool. */
  void addOpaque(long path) {
    byPath.put(path, ValueDigest.OPAQUE);
    opaque++;
  }

  @Nullable ValueDigest at(long path) {
    return byPath.get(path);
  }

  /** How many values there are that JSON can say. */
  int count() {
    return byPath.size() - opaque;
  }

  /** The paths in ascending order. */
  long[] paths() {
    return byPath.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
  }
}
