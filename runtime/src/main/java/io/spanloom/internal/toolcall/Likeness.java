package io.spanloom.internal.toolcall;

/** How much of the arguments of an execution a model asked for, closest first. */
enum Likeness {
  /** All of them. */
  EQUAL,
  /** All of them, by meaning: a number told as text, the elements of a set in another order. */
  EQUIVALENT,
  /** Some of them; the others are the program's. */
  CONTAINED,
  /** The model asked for others. */
  NONE;

  /** That of two values together. */
  Likeness and(Likeness other) {
    return compareTo(other) < 0 ? other : this;
  }
}
