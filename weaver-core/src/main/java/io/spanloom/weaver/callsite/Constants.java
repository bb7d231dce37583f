package io.spanloom.weaver.callsite;

import java.util.Arrays;

/**
 * A look at a class file's constants, without parsing the rest: tells in microseconds that a class
 * has nothing worth a closer look, as most have not.
 */
public final class Constants {

  private static final int HEADER = 8;
  private static final byte TEXT = 1;
  private static final byte NAME_AND_TYPE = 12;

  private final byte[] file;
  private final int[] offsets;

  private Constants(byte[] file, int[] offsets) {
    this.file = file;
    this.offsets = offsets;
  }

  /**
   * Finds them.
   *
   * @throws IllegalArgumentException if the file is no class file
   * @throws IndexOutOfBoundsException the same
   */
  public static Constants of(byte[] file) {
    int[] offsets = new int[unsigned(file, HEADER)];
    int at = HEADER + 2;
    for (int i = 1; i < offsets.length; i++) {
      offsets[i] = at;
      switch (file[at]) {
        case TEXT -> at += 3 + unsigned(file, at + 1);
        case 3, 4, 9, 10, 11, NAME_AND_TYPE, 17, 18 -> at += 5;
        case 5, 6 -> {
          at += 9;
          i++;
        }
        case 7, 8, 16, 19, 20 -> at += 3;
        case 15 -> at += 4;
        default -> throw new IllegalArgumentException("unknown constant " + file[at]);
      }
    }
    return new Constants(file, offsets);
  }

  /** Whether some text among them begins so, as the descriptors of a package's types do. */
  public boolean haveTextStartingWith(byte[] prefix) {
    for (int offset : offsets) {
      if (is(TEXT, offset)
          && unsigned(file, offset + 1) >= prefix.length
          && file[offset + 3] == prefix[0]
          && Arrays.equals(
              file, offset + 3, offset + 3 + prefix.length, prefix, 0, prefix.length)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the class calls, or refers to, a method of one of these names. */
  boolean nameMember(Names names) {
    for (int offset : offsets) {
      if (is(NAME_AND_TYPE, offset) && isOneOf(names, offsets[unsigned(file, offset + 1)])) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of these names appears at all, as that of a declared method does. */
  boolean mention(Names names) {
    for (int offset : offsets) {
      if (is(TEXT, offset) && isOneOf(names, offset)) {
        return true;
      }
    }
    return false;
  }

  /** Long constants take two numbers, and the first number is nobody's: those have no offset. */
  private boolean is(byte kind, int offset) {
    return offset != 0 && file[offset] == kind;
  }

  private boolean isOneOf(Names names, int offset) {
    return names.contain(file, offset + 3, unsigned(file, offset + 1));
  }

  private static int unsigned(byte[] file, int at) {
    return ((file[at] & 0xff) << 8) | (file[at + 1] & 0xff);
  }
}
