package io.spanloom.weaver.callsite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Set;

/** A set of names, to be asked for bytes of class files without making strings of them. */
final class Names {

  private static final byte[][] NONE = {};

  private final byte[][][] buckets = new byte[256][][];

  private Names(Set<String> names) {
    Arrays.fill(buckets, NONE);
    for (String name : names) {
      byte[] bytes = name.getBytes(ISO_8859_1);
      int bucket = bucket(bytes, 0, bytes.length);
      byte[][] longer = Arrays.copyOf(buckets[bucket], buckets[bucket].length + 1);
      longer[longer.length - 1] = bytes;
      buckets[bucket] = longer;
    }
  }

  /** Names of at least one character, all of them ASCII. */
  static Names of(Set<String> names) {
    return new Names(names);
  }

  boolean contain(byte[] file, int start, int length) {
    if (length == 0) {
      return false;
    }
    for (byte[] name : buckets[bucket(file, start, length)]) {
      if (Arrays.equals(name, 0, name.length, file, start, start + length)) {
        return true;
      }
    }
    return false;
  }

  private static int bucket(byte[] file, int start, int length) {
    return (31 * (31 * file[start] + file[start + length - 1]) + length) & 255;
  }
}
