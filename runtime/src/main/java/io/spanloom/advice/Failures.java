package io.spanloom.advice;

import io.spanloom.metric.Metrics;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Spanloom's own failures: logged once for each place, counted, and invisible to the traced program
 * otherwise. The log tells type and stack frames, never a message ({@link FailureTrace}).
 */
public final class Failures {

  private static final Logger LOG = System.getLogger("io.spanloom");

  /** Places are methods and phases, so there are few; the bound is for the unforeseen. */
  private static final int MAX_PLACES = 1000;

  /** Places of spans from code are their names, which may be anything. */
  private static final int MAX_PLACE_LENGTH = 256;

  /** What counts failures outside traced calls. */
  private static volatile Failures current = new Failures();

  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
  private volatile @Nullable Metrics metrics;

  /** Takes note of a failure outside a traced call; never throws. */
  static void outsideCalls(String place, Throwable failure) {
    current.report(Kind.OTHER, place, failure);
  }

  /**
   * Takes note of what the program's own code threw where nobody else hears of it, outside its
   * calls; never throws.
   */
  public static void ofProgram(String place, Throwable failure) {
    outsideCalls(place, failure);
  }

  /** Takes note of a failure in tracing a call; never throws. */
  public void report(String place, Throwable failure) {
    try {
      report(Kind.CALL, place, failure);
    } catch (Throwable nothingLeftToDo) {
      // As below.
    }
  }

  /** Takes note of a failure; never throws. */
  void report(Kind kind, String where, Throwable failure) {
    try {
      String place = where.substring(0, Math.min(where.length(), MAX_PLACE_LENGTH));
      boolean first = !counts.containsKey(place) && counts.size() < MAX_PLACES;
      counts
          .computeIfAbsent(counts.size() < MAX_PLACES ? place : "elsewhere", p -> new LongAdder())
          .increment();
      if (first) {
        LOG.log(
            Level.WARNING,
            "Cannot trace "
                + place
                + " fully; the program is not affected. Logged once, without messages, which may"
                + " quote content: "
                + FailureTrace.of(failure));
      }
      Metrics counting = metrics;
      if (counting != null) {
        counting.failure(kind.name().toLowerCase(Locale.ROOT), failure);
      }
    } catch (Throwable nothingLeftToDo) {
      // Whatever is wrong (no memory, a broken log handler), the traced program comes first.
    }
  }

  /** Counts what fails from now on in the metrics as well. */
  void countIn(@Nullable Metrics installed) {
    metrics = installed;
  }

  /** Counts what fails outside traced calls from now on. */
  void becomeCurrent() {
    current = this;
  }

  /** How often something failed, in all places together. */
  public long total() {
    return counts.values().stream().mapToLong(LongAdder::sum).sum();
  }

  /** Where failures happen: {@code spanloom.error.kind}, for there are too many places to count. */
  enum Kind {
    /** In tracing one call of a woven method. */
    CALL,
    /** In a convention that writes attributes. */
    CONVENTION,
    /** In loading the adapter of a model SDK. */
    ADAPTER,
    /** In what is not part of a call: sessions, announcements, the program's own spans. */
    OTHER
  }
}
