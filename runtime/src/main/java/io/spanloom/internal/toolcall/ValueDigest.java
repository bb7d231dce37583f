package io.spanloom.internal.toolcall;

import org.jspecify.annotations.Nullable;

/**
 * What is kept of a value: three digests, by which it is compared ever more by its meaning. Of most
 * values they are one.
 *
 * @param exact of the value as JSON says it; numbers are equal however they are written
 * @param lenient the same with numbers, truth values and times that are written as text
 * @param asSet the same with arrays in any order
 * @param isSet whether the value has no order, or holds something that has none
 * @param spelling for a value that JSON may say in more ways than the digests know, else {@code
 *     null}
 */
record ValueDigest(
    Digest exact, Digest lenient, Digest asSet, boolean isSet, @Nullable Spelling spelling) {

  /** Of a value that is there and that no request names: its digest is not made. */
  static final ValueDigest UNREAD = of(new Digest(0, 1));

  static ValueDigest of(Digest digest) {
    return new ValueDigest(digest, digest, digest, false, null);
  }

  /** Of an object that is not looked into: it is like itself alone. */
  static ValueDigest opaque(Digest identity) {
    return new ValueDigest(identity, identity, identity, false, Spelling.UNKNOWN);
  }

  ValueDigest spelt(@Nullable Spelling other) {
    return new ValueDigest(exact, lenient, asSet, isSet, other);
  }

  /** How a value of an execution is like a requested one. */
  Likeness likeness(ValueDigest requested) {
    if (exact.equals(requested.exact)) {
      return Likeness.EQUAL;
    }
    boolean equivalent = isSet ? asSet.equals(requested.asSet) : lenient.equals(requested.lenient);
    if (equivalent) {
      return Likeness.EQUIVALENT;
    }
    return spelling == null || spelling.isOfAnother(requested.exact)
        ? Likeness.DIFFERENT
        : Likeness.UNKNOWN;
  }

  /** Whether JSON may say the value in any way. */
  boolean isUncertain() {
    return spelling == Spelling.UNKNOWN || spelling == Spelling.OWN;
  }

  boolean isOpaque() {
    return spelling == Spelling.UNKNOWN;
  }

  ValueDigest plus(ValueDigest other) {
    return new ValueDigest(
        exact.plus(other.exact),
        lenient.plus(other.lenient),
        asSet.plus(other.asSet),
        isSet || other.isSet,
        spelling == null ? other.spelling : spelling);
  }

  /** In which ways JSON may say a value. */
  @FunctionalInterface
  interface Spelling {

    /** Nobody knows. */
    Spelling UNKNOWN = text -> false;

    /** The value is one of several, or holds one, that programs may call by other names. */
    Spelling OWN = text -> false;

    /** Whether a text that is not the value's own is certain to say another value. */
    boolean isOfAnother(Digest text);
  }
}
