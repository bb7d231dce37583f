package io.spanloom.advice;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Spanloom's own failures: logged once for each place, counted, and invisible to the traced program
 * otherwise.
 */
public final class Failures {

  private static final Logger LOG = System.getLogger("io.spanloom");

  /** Places are methods and phases, so there are few; the bound is for the unforeseen. */
  private static final int MAX_PLACES = 1000;

  /** For what fails outside a traced call. */
  private static final Failures EARLY = new Failures();

  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  static void outsideCalls(String place, Throwable failure) {
    EARLY.report(place, failure);
  }

  /** Takes note of a failure; never throws. */
  public void report(String place, Throwable failure) {
    try {
      boolean first = !counts.containsKey(place) && counts.size() < MAX_PLACES;
      counts
          .computeIfAbsent(counts.size() < MAX_PLACES ? place : "elsewhere", p -> new LongAdder())
          .increment();
      if (first) {
        LOG.log(
            Level.WARNING,
            "Cannot trace " + place + " fully; the program is not affected. Logged once.",
            failure);
      }
    } catch (Throwable nothingLeftToDo) {
      // Whatever is wrong (no memory, a broken log handler), the traced program comes first.
    }
  }

  /** How often something failed, in all places together. */
  public long total() {
    return counts.values().stream().mapToLong(LongAdder::sum).sum();
  }
}
