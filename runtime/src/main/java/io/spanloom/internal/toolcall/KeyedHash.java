package io.spanloom.internal.toolcall;

import java.security.SecureRandom;

/**
 * SipHash-2-4 with 128 bits of output, over words of 64 bits.
 *
 * <p>The key is drawn when the process starts and never leaves it, so that nobody can look for two
 * values of one digest, which whoever makes a model write arguments might want to. Used for one
 * value after the other, by one thread.
 *
 * @see <a href="https://github.com/veorq/SipHash">SipHash</a>
 */
final class KeyedHash {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final long KEY_0 = RANDOM.nextLong();
  private static final long KEY_1 = RANDOM.nextLong();

  private static final int CHARS_PER_WORD = 4;

  private final long key0;
  private final long key1;
  private long v0;
  private long v1;
  private long v2;
  private long v3;
  private int words;

  KeyedHash() {
    this(KEY_0, KEY_1);
  }

  KeyedHash(long key0, long key1) {
    this.key0 = key0;
    this.key1 = key1;
  }

  /** The digest of a text. */
  Digest of(int tag, CharSequence text) {
    begin();
    add(tag);
    add(text);
    return end();
  }

  /** The digest of a text that belongs to something. */
  Digest of(int tag, long owner, CharSequence text) {
    begin();
    add(tag);
    add(owner);
    add(text);
    return end();
  }

  /** The digest of two digests. */
  Digest of(int tag, Digest one, Digest other) {
    begin();
    add(tag);
    add(one.high());
    add(one.low());
    add(other.high());
    add(other.low());
    return end();
  }

  void begin() {
    v0 = key0 ^ 0x736f6d6570736575L;
    v1 = key1 ^ 0x646f72616e646f6dL ^ 0xee;
    v2 = key0 ^ 0x6c7967656e657261L;
    v3 = key1 ^ 0x7465646279746573L;
    words = 0;
  }

  void add(long word) {
    compress(word);
    words++;
  }

  Digest end() {
    compress(((long) words * Long.BYTES) << 56);
    v2 ^= 0xee;
    rounds(4);
    long first = v0 ^ v1 ^ v2 ^ v3;
    v1 ^= 0xdd;
    rounds(4);
    return new Digest(first, v0 ^ v1 ^ v2 ^ v3);
  }

  /** The length goes first, so that no text continues another. */
  private void add(CharSequence text) {
    int length = text.length();
    add(length);
    int at = 0;
    for (; at + CHARS_PER_WORD <= length; at += CHARS_PER_WORD) {
      add(
          text.charAt(at)
              | ((long) text.charAt(at + 1) << 16)
              | ((long) text.charAt(at + 2) << 32)
              | ((long) text.charAt(at + 3) << 48));
    }
    long rest = 0;
    for (; at < length; at++) {
      rest = (rest << 16) | text.charAt(at);
    }
    add(rest);
  }

  private void compress(long word) {
    v3 ^= word;
    rounds(2);
    v0 ^= word;
  }

  private void rounds(int count) {
    for (int i = 0; i < count; i++) {
      v0 += v1;
      v2 += v3;
      v1 = Long.rotateLeft(v1, 13) ^ v0;
      v3 = Long.rotateLeft(v3, 16) ^ v2;
      v0 = Long.rotateLeft(v0, 32);
      v2 += v1;
      v0 += v3;
      v1 = Long.rotateLeft(v1, 17) ^ v2;
      v3 = Long.rotateLeft(v3, 21) ^ v0;
      v2 = Long.rotateLeft(v2, 32);
    }
  }
}
