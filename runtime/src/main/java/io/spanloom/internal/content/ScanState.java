package io.spanloom.internal.content;

import org.jspecify.annotations.Nullable;

/** What detectors have found in a text so far, and what they need not look at again. */
final class ScanState {

  /** Runs that were read to their end for nothing are not read again from inside. */
  int noIpv6Before;

  int noWebTokenBefore;

  int noWordBefore;

  /** The number that is looked at. */
  final DigitGroups groups = new DigitGroups();

  private @Nullable Findings findings;
  private int removed;
  private int end;

  void reset() {
    noIpv6Before = 0;
    noWebTokenBefore = 0;
    noWordBefore = 0;
    findings = null;
    removed = 0;
    end = -1;
  }

  /** Adds a finding. */
  void found(int from, int to, String label) {
    Findings all = findings;
    if (all == null) {
      all = new Findings();
      findings = all;
    }
    all.add(from, to, label);
    removed += Math.max(0, to - from - label.length() - 2);
    end = to;
  }

  /** What was found, or {@code null} if that is nothing. */
  @Nullable Findings findings() {
    return findings;
  }

  /** By how many characters the text is shorter when all that was found is replaced. */
  int removed() {
    return removed;
  }

  /** Where the latest finding ends, or -1. */
  int end() {
    return end;
  }
}
