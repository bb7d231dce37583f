package io.spanloom.weaver.lock;

import java.util.List;

/**
 * What changes from one version of a convention to another, on spans of some kinds.
 *
 * @param rows keys that are renamed, retyped or dropped
 * @param newKeys how many facts get a key that had none
 */
public record Migration(List<Row> rows, long newKeys) {

  /**
   * One fact that goes by another key.
   *
   * @param meaning what the attribute says
   * @param kinds the kinds of span that carry it
   * @param before the old key and type
   * @param after the new key and type, or {@code none}
   */
  public record Row(String meaning, String kinds, String before, String after) {}
}
