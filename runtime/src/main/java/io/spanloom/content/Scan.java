package io.spanloom.content;

import org.jspecify.annotations.Nullable;

/**
 * One pass over a text. Most characters suggest nothing and are passed over by a table look-up; the
 * others have a detector look around them.
 */
final class Scan {

  /** What may reach over the bound is recognized still: a local part of an address, a number. */
  private static final int OVERLAP = 512;

  private static final Detector[] BY_CHARACTER = new Detector[128];
  private static final boolean[] MARKED = new boolean[BY_CHARACTER.length];

  static {
    Detector numbers = new NumberDetector();
    for (char digit = '0'; digit <= '9'; digit++) {
      BY_CHARACTER[digit] = numbers;
    }
    BY_CHARACTER['+'] = numbers;
    BY_CHARACTER['('] = numbers;
    BY_CHARACTER['@'] = new EmailDetector();
    BY_CHARACTER[':'] = new Ipv6Detector();
    Detector keys = new KeyDetector();
    for (char mark : KeyDetector.MARKS.toCharArray()) {
      BY_CHARACTER[mark] = keys;
    }
    for (int i = 0; i < MARKED.length; i++) {
      MARKED[i] = BY_CHARACTER[i] != null;
    }
  }

  /** Runs that were read to their end for nothing are not read again from inside. */
  int noIpv6Before;

  int noWebTokenBefore;

  private @Nullable Findings findings;
  private int removed;

  private Scan() {}

  /** What is found among the characters that the first {@code maxLength} shown ones stand for. */
  static @Nullable Findings of(CharSequence text, int maxLength) {
    long limit = (long) maxLength + OVERLAP;
    int stop = stop(text, limit);
    int at = nextMark(text, 0, stop);
    if (at == stop) {
      return null; // most texts are short and hold no mark
    }
    Scan scan = new Scan();
    while (at < stop) {
      at = BY_CHARACTER[text.charAt(at)].look(text, at, scan);
      stop = stop(text, limit + scan.removed);
      at = nextMark(text, at, stop);
    }
    return scan.findings;
  }

  /** Where the next character is that suggests something, or the end. */
  private static int nextMark(CharSequence text, int from, int stop) {
    int at = from;
    while (at < stop) {
      char character = text.charAt(at);
      if (character < MARKED.length && MARKED[character]) {
        return at;
      }
      at++;
    }
    return stop;
  }

  private static int stop(CharSequence text, long limit) {
    return (int) Math.min(text.length(), limit);
  }

  void found(int start, int end, String label) {
    Findings all = findings;
    if (all == null) {
      all = new Findings();
      findings = all;
    }
    all.add(start, end, label);
    removed += Math.max(0, end - start - label.length() - 2);
  }
}
