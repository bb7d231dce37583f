package io.spanloom.internal.content;

/**
 * Finds one sort of thing at places where a character of the text suggests it.
 *
 * <p>A detector reads, over all places of a text together, a number of characters that grows with
 * the text's length and no faster: each looks at a bounded neighbourhood, or at a run of characters
 * that the next place it is asked at lies behind.
 */
interface Detector {

  /** Looks around a position, adds what it finds, and tells where to go on: at least behind it. */
  int look(CharSequence text, int at, ScanState scan);
}
