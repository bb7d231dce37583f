package io.spanloom.internal.toolcall;

/**
 * What is kept of a value: three digests, by which it is compared ever more by its meaning. Of most
 * values they are one.
 *
 * @param exact of the value as JSON says it; numbers are equal however they are written
 * @param lenient the same with numbers and truth values that are told as text
 * @param asSet the same with arrays in any order
 * @param isSet whether the value has no order, or holds something that has none
 */
record ValueDigest(Digest exact, Digest lenient, Digest asSet, boolean isSet) {

  /** Of a value that JSON cannot say: nothing that a model asks for is like it. */
  static final ValueDigest OPAQUE = of(Digest.ZERO);

  /** Of a value that is there and that no request names: its digest is not made. */
  static final ValueDigest UNREAD = of(new Digest(0, 1));

  static ValueDigest of(Digest digest) {
    return new ValueDigest(digest, digest, digest, false);
  }

  /** How a value of an execution is like a requested one. */
  Likeness likeness(ValueDigest requested) {
    if (exact.equals(requested.exact)) {
      return Likeness.EQUAL;
    }
    boolean equivalent = isSet ? asSet.equals(requested.asSet) : lenient.equals(requested.lenient);
    return equivalent ? Likeness.EQUIVALENT : Likeness.NONE;
  }

  boolean isOpaque() {
    return exact.equals(Digest.ZERO);
  }

  ValueDigest plus(ValueDigest other) {
    return new ValueDigest(
        exact.plus(other.exact),
        lenient.plus(other.lenient),
        asSet.plus(other.asSet),
        isSet || other.isSet);
  }
}
