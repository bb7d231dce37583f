package io.spanloom.internal.toolcall;

/** 128 bits that stand for a value. */
record Digest(long high, long low) {

  static final Digest ZERO = new Digest(0, 0);

  /** The sum modulo 2^128, which does not depend on an order. */
  Digest plus(Digest other) {
    long sum = low + other.low;
    long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
    return new Digest(high + other.high + carry, sum);
  }
}
