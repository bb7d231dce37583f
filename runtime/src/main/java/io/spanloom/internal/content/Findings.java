package io.spanloom.internal.content;

import java.util.Arrays;

/** Where a text holds what must not be recorded; made only once something is found. */
final class Findings {

  private int[] starts = new int[4];
  private int[] ends = new int[4];
  private String[] labels = new String[4];
  private int count;

  /** Adds a finding; it swallows earlier ones that lie inside it. */
  void add(int start, int end, String label) {
    while (count > 0 && starts[count - 1] >= start) {
      count--;
    }
    int from = count > 0 ? Math.max(start, ends[count - 1]) : start;
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
      labels = Arrays.copyOf(labels, 2 * count);
    }
    starts[count] = from;
    ends[count] = end;
    labels[count] = label;
    count++;
  }

  /** The text's first characters with every finding replaced by its label in brackets. */
  String replaceIn(String text, int maxLength) {
    StringBuilder replaced = new StringBuilder(Math.min(text.length(), maxLength) + 16);
    int kept = 0;
    for (int i = 0; i < count && replaced.length() < maxLength; i++) {
      replaced.append(text, kept, starts[i]).append('[').append(labels[i]).append(']');
      kept = ends[i];
    }
    if (replaced.length() < maxLength) {
      int rest = maxLength - replaced.length();
      replaced.append(text, kept, (int) Math.min(text.length(), (long) kept + rest));
    }
    return Texts.cut(replaced.toString(), maxLength);
  }
}
