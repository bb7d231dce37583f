package io.spanloom.internal.toolcall;

import static io.spanloom.internal.toolcall.Likeness.UNKNOWN;

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
      new RequestedArguments(new long[0], new long[0], new byte[0], new long[0], null, 0, true);

  private final long[] paths;

  /** The paths of the objects that the values are members of. */
  private final long[] parents;

  /** Which of those objects each value is a member of; none if all are of the root. */
  private final byte[] parentOf;

  private final long[] values;
  private final @Nullable ValueDigest rest;
  private final int count;

  /** Whether the text was JSON, or none that wanted to be. */
  private final boolean readable;

  private RequestedArguments(
      long[] paths,
      long[] parents,
      byte[] parentOf,
      long[] values,
      @Nullable ValueDigest rest,
      int count,
      boolean readable) {
    this.paths = paths;
    this.parents = parents;
    this.parentOf = parentOf;
    this.values = values;
    this.rest = rest;
    this.count = count;
    this.readable = readable;
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
    boolean readable = true;
    try {
      JsonLeaves.read(object(json), digests, leaves);
    } catch (IOException malformed) {
      leaves = new Leaves(path -> true);
      leaves.add(Digests.ROOT, Digests.ROOT, digests.text(json));
      readable = !looksLikeJson(json);
    }
    return leaves.isComplete() ? of(leaves, readable) : null;
  }

  /** Some models write the object as a text inside JSON. */
  private static String object(String json) {
    return json.startsWith("\"") ? JsonLeaves.textOf(json) : json;
  }

  /** Whether a text is an object or an array if it is JSON. */
  static boolean looksLikeJson(String text) {
    int start = 0;
    while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    return start < text.length() && (text.charAt(start) == '{' || text.charAt(start) == '[');
  }

  /** What is kept of the values that a tool was executed with. */
  static RequestedArguments of(Leaves leaves) {
    return of(leaves, /* readable= */ true);
  }

  private static RequestedArguments of(Leaves leaves, boolean readable) {
    long[] paths = leaves.paths();
    int kept = Math.min(paths.length, MAX_MEMBERS);
    long[] values = new long[kept * LONGS_PER_VALUE];
    for (int i = 0; i < kept; i++) {
      put(leaves.at(paths[i]), values, i * LONGS_PER_VALUE);
    }
    long[] parents = leaves.parents(paths, kept);
    boolean flat = parents.length == 1 && parents[0] == Digests.ROOT;
    byte[] parentOf = new byte[flat ? 0 : kept];
    for (int i = 0; i < parentOf.length; i++) {
      parentOf[i] = (byte) Arrays.binarySearch(parents, leaves.parent(paths[i]));
    }
    ValueDigest rest = null;
    for (int i = kept; i < paths.length; i++) {
      ValueDigest value = leaves.at(paths[i]);
      rest = value == null || rest == null ? value : rest.plus(value);
    }
    return new RequestedArguments(
        Arrays.copyOf(paths, kept), parents, parentOf, values, rest, paths.length, readable);
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
    return new ValueDigest(digest(at), digest(at + 2), digest(at + 4), false, null);
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
      return Likeness.UNKNOWN;
    }
    if (count == 0) { // to be contained in everything is no likeness
      return executed.count() == 0 ? Likeness.EQUAL : Likeness.UNKNOWN;
    }
    Likeness likeness = Likeness.EQUAL;
    int found = 0;
    int extra = 0;
    for (int i = 0; i < paths.length; i++) {
      ValueDigest value = executed.at(paths[i]);
      if (value != null) {
        found++;
        likeness = likeness.and(value.likeness(value(i)));
      } else if (isExtra(i, executed)) {
        extra++;
      } else {
        likeness = likeness.and(ofMissing(i, executed));
      }
    }
    if (rest != null) {
      likeness = likeness.and(restOf(executed));
    } else if (executed.count() > found) {
      likeness = likeness.and(Likeness.CONTAINED);
    }
    boolean compared = extra < paths.length && readable;
    return compared ? likeness.and(extra > 0 ? Likeness.EQUIVALENT : Likeness.EQUAL) : UNKNOWN;
  }

  /** How one argument by itself is like these: as all of them, if it names any of them. */
  Likeness likenessOfWhole(Leaves whole) {
    boolean isWhole = count == 0 && whole.count() == 0;
    for (int i = 0; i < paths.length && !isWhole; i++) {
      isWhole = whole.at(paths[i]) != null || isMemberOf(i, whole);
    }
    if (!isWhole) {
      return UNKNOWN;
    }
    Likeness likeness = likeness(whole);
    return !readable && whole.at(Digests.ROOT) != null && isSameText(whole)
        ? Likeness.EQUAL
        : likeness;
  }

  /** A text that was cut is the same if it was cut in the same place. */
  private boolean isSameText(Leaves whole) {
    ValueDigest text = whole.at(Digests.ROOT);
    return text != null && text.exact().equals(value(0).exact());
  }

  private boolean isMemberOf(int index, Leaves whole) {
    long parent = parent(index);
    return parent != Digests.ROOT && (whole.isObject(parent) || whole.isAbsent(parent));
  }

  /** Whether the tool, or one of its classes, has nothing of a requested member's name. */
  private boolean isExtra(int index, Leaves executed) {
    if (executed.isAbsent(paths[index]) || executed.isObject(paths[index])) {
      return false;
    }
    long parent = parent(index);
    if (executed.isObject(parent)) {
      return executed.declaresMembers(parent);
    }
    return !executed.isAbsent(parent) && executed.at(parent) == null && !executed.hasOpaque();
  }

  private long parent(int index) {
    return parentOf.length == 0 ? Digests.ROOT : parents[parentOf[index]];
  }

  private Likeness ofMissing(int index, Leaves executed) {
    long parent = parent(index);
    boolean isNothing = executed.isAbsent(paths[index]) || executed.isAbsent(parent);
    boolean isOpenObject = executed.isObject(parent) && !executed.declaresMembers(parent);
    return isNothing || (isOpenObject && !executed.isObject(paths[index]))
        ? Likeness.DIFFERENT
        : UNKNOWN;
  }

  private Likeness restOf(Leaves executed) {
    ValueDigest others = null;
    for (long path : executed.paths()) {
      ValueDigest value = executed.at(path);
      if (value != null && !value.isOpaque() && Arrays.binarySearch(paths, path) < 0) {
        others = others == null ? value : others.plus(value);
      }
    }
    if (rest == null || others == null || executed.count() != count) {
      return UNKNOWN;
    }
    return others.likeness(rest);
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

  /** Whether there are none. */
  boolean isEmpty() {
    return count == 0;
  }

  /** About how many bytes as many values take at most. */
  static int maxSize(int values) {
    int kept = Math.min(values, MAX_MEMBERS);
    return OVERHEAD + kept * (1 + Long.BYTES * (2 + LONGS_PER_VALUE));
  }

  /** About how many bytes they take. */
  int size() {
    return OVERHEAD
        + parentOf.length
        + Long.BYTES * (paths.length + parents.length + values.length);
  }
}
