package io.spanloom.internal.content;

import org.jspecify.annotations.Nullable;

/** What detectors have found in a text so far, and what they need not look at again. */
final class ScanState {

  /** Runs that were read to their end for nothing are not read again from inside. */
  int noIpv6Before;

  int noWebTokenBefore;

  private @Nullable Findings findings;
  private int removed;

  void reset() {
    noIpv6Before = 0;
    noWebTokenBefore = 0;
    findings = null;
    removed = 0;
  }

  /** Adds a finding. */
  void found(int start, int end, String label) {
    Findings all = findings;
    if (all == null) {
      all = new Findings();
      findings = all;
    }
    all.add(start, end, label);
    removed += Math.max(0, end - start - label.length() - 2);
  }

  /** What was found, or {@code null} if that is nothing. */
  @Nullable Findings findings() {
    return findings;
  }

  /** By how many characters the text is shorter when all that was found is replaced. */
  int removed() {
    return removed;
  }
}
