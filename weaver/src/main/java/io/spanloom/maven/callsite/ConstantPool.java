package io.spanloom.maven.callsite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Set;

/**
 * A look at a class file's constants, without parsing the rest: tells in microseconds that a class
 * has no call worth a closer look, as most have not.
 */
final class ConstantPool {

  private static final int HEADER = 8;
  private static final int LONGEST_NAME = 32;

  private final byte[] file;
  private final int[] offsets;

  private ConstantPool(byte[] file, int[] offsets) {
    this.file = file;
    this.offsets = offsets;
  }

  static ConstantPool of(byte[] file) {
    int[] offsets = new int[unsigned(file, HEADER)];
    int at = HEADER + 2;
    for (int i = 1; i < offsets.length; i++) {
      offsets[i] = at;
      switch (file[at]) {
        case 1 -> at += 3 + unsigned(file, at + 1);
        case 3, 4, 9, 10, 11, 12, 17, 18 -> at += 5;
        case 5, 6 -> {
          at += 9;
          i++;
        }
        case 7, 8, 16, 19, 20 -> at += 3;
        case 15 -> at += 4;
        default -> throw new IllegalArgumentException("unknown constant " + file[at]);
      }
    }
    return new ConstantPool(file, offsets);
  }

  /** Whether the class calls, or refers to, a method of one of these names. */
  boolean namesMember(Set<String> names) {
    for (int offset : offsets) {
      if (offset != 0 && file[offset] == 12 && isOneOf(names, unsigned(file, offset + 1))) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of these names appears at all, as that of a declared method does. */
  boolean mentions(Set<String> names) {
    for (int i = 1; i < offsets.length; i++) {
      if (offsets[i] != 0 && file[offsets[i]] == 1 && isOneOf(names, i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isOneOf(Set<String> names, int index) {
    int offset = offsets[index];
    int length = unsigned(file, offset + 1);
    return length <= LONGEST_NAME
        && names.contains(new String(file, offset + 3, length, ISO_8859_1));
  }

  private static int unsigned(byte[] file, int at) {
    return ((file[at] & 0xff) << 8) | (file[at + 1] & 0xff);
  }
}
