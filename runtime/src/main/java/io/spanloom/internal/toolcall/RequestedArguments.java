package io.spanloom.internal.toolcall;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of the arguments a model asked for: digests of the values by their paths, of as much
 * as is compared and no text.
 *
 * <p>At most {@value #MAX_MEMBERS} values are kept one by one; what goes beyond them is compared as
 * a whole.
 */
final class RequestedArguments {

  static final int MAX_MEMBERS = 32;

  /** Two for each of the three digests of a value. */
  private static final int LONGS_PER_VALUE = 6;

  private static final int OVERHEAD = 80;

  private static final RequestedArguments NONE =
      new RequestedArguments(new long[0], new long[0], null);

  private final long[] paths;
  private final long[] values;
  private final @Nullable ValueDigest rest;

  private RequestedArguments(long[] paths, long[] values, @Nullable ValueDigest rest) {
    this.paths = paths;
    this.values = values;
    this.rest = rest;
  }

  /**
   * Reads arguments as a model writes them: an object as JSON, or nothing for none. Any other text
   * is one value.
   *
   * @return {@code null} if they are not known or too many to compare
   */
  static @Nullable RequestedArguments of(@Nullable String json) {
    if (json == null) {
      return null;
    }
    if (json.isBlank()) {
      return NONE;
    }
    Digests digests = new Digests();
    Leaves leaves = new Leaves(path -> true);
    try {
      JsonLeaves.read(json, digests, leaves);
    } catch (IOException malformed) {
      leaves = new Leaves(path -> true);
      leaves.add(Digests.ROOT, digests.text(json));
    }
    return leaves.isComplete() ? of(leaves) : null;
  }

  private static RequestedArguments of(Leaves leaves) {
    long[] paths = leaves.paths();
    int kept = Math.min(paths.length, MAX_MEMBERS);
    long[] values = new long[kept * LONGS_PER_VALUE];
    for (int i = 0; i < kept; i++) {
      put(leaves.at(paths[i]), values, i * LONGS_PER_VALUE);
    }
    ValueDigest rest = null;
    for (int i = kept; i < paths.length; i++) {
      ValueDigest value = leaves.at(paths[i]);
      rest = value == null || rest == null ? value : rest.plus(value);
    }
    return new RequestedArguments(Arrays.copyOf(paths, kept), values, rest);
  }

  private static void put(@Nullable ValueDigest value, long[] values, int at) {
    if (value != null) {
      put(value.exact(), values, at);
      put(value.lenient(), values, at + 2);
      put(value.asSet(), values, at + 4);
    }
  }

  private static void put(Digest digest, long[] values, int at) {
    values[at] = digest.high();
    values[at + 1] = digest.low();
  }

  private ValueDigest value(int index) {
    int at = index * LONGS_PER_VALUE;
    return new ValueDigest(digest(at), digest(at + 2), digest(at + 4), false);
  }

  private Digest digest(int at) {
    return new Digest(values[at], values[at + 1]);
  }

  /** Whether an execution is compared by its value at a path. */
  boolean names(long path) {
    return rest != null || Arrays.binarySearch(paths, path) >= 0;
  }

  /** How the arguments of an execution are like these. */
  Likeness likeness(Leaves executed) {
    if (!executed.isComplete()) {
      return Likeness.NONE;
    }
    Likeness likeness = Likeness.EQUAL;
    for (int i = 0; i < paths.length && likeness != Likeness.NONE; i++) {
      ValueDigest value = executed.at(paths[i]);
      likeness = value == null ? Likeness.NONE : likeness.and(value.likeness(value(i)));
    }
    if (rest != null) {
      return likeness.and(restOf(executed));
    }
    if (likeness == Likeness.NONE || executed.count() == paths.length) {
      return likeness;
    }
    // To be contained in everything is no likeness.
    return paths.length == 0 ? Likeness.NONE : Likeness.CONTAINED;
  }

  private Likeness restOf(Leaves executed) {
    ValueDigest others = null;
    for (long path : executed.paths()) {
      ValueDigest value = executed.at(path);
      if (value != null && !value.isOpaque() && Arrays.binarySearch(paths, path) < 0) {
        others = others == null ? value : others.plus(value);
      }
    }
    return rest == null || others == null ? Likeness.NONE : others.likeness(rest);
  }

  /** Whether the model asked for the very same. */
  boolean isSame(RequestedArguments other) {
    boolean sameRest = Objects.equals(exact(rest), exact(other.rest));
    return sameRest && Arrays.equals(paths, other.paths) && isSameExactly(other);
  }

  private static @Nullable Digest exact(@Nullable ValueDigest value) {
    return value == null ? null : value.exact();
  }

  private boolean isSameExactly(RequestedArguments other) {
    for (int i = 0; i < paths.length; i++) {
      if (!value(i).exact().equals(other.value(i).exact())) {
        return false;
      }
    }
    return true;
  }

  /** About how many bytes they take. */
  int size() {
    return OVERHEAD + Long.BYTES * (paths.length + values.length);
  }
}
