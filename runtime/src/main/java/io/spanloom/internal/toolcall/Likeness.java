package io.spanloom.internal.toolcall;

/** How the arguments of an execution are like those that a model asked for, closest first. */
enum Likeness {
  /** The same. */
  EQUAL,
  /** The same by meaning: a number as text, the elements of a set in another order. */
  EQUIVALENT,
  /** The same as far as the model named them; the others are the program's. */
  CONTAINED,
  /** They cannot be compared: nothing contradicts. */
  UNKNOWN,
  /** The model asked for others. */
  DIFFERENT;

  /** That of two values together. */
  Likeness and(Likeness other) {
    return compareTo(other) < 0 ? other : this;
  }

  /** That of one value that can be read in two ways: a reading that compares nothing is none. */
  Likeness or(Likeness other) {
    if (this == UNKNOWN || other == UNKNOWN) {
      return this == UNKNOWN ? other : this;
    }
    return compareTo(other) <= 0 ? this : other;
  }

  /** Whether the arguments are those that the model asked for. */
  boolean isMatch() {
    return compareTo(CONTAINED) <= 0;
  }
}
