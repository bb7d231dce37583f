package io.spanloom.internal.metric;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Spanloom's own failures: logged once for each place, counted, and invisible to the traced program
 * otherwise. The log has type and stack frames, never a message ({@link FailureTrace}).
 */
public final class Failures {

  private static final Logger LOG = System.getLogger("io.spanloom");

  /** Places are methods and phases, so there are few; the bound is for the unforeseen. */
  private static final int MAX_PLACES = 1000;

  /** Places of spans from code are their names, which may be anything. */
  private static final int MAX_PLACE_LENGTH = 256;

  private static final int MAX_CAUSES = 10;

  /** What counts failures outside traced calls. */
  private static volatile Failures current = new Failures();

  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
  private volatile @Nullable Metrics metrics;

  /** Takes note of a failure outside a traced call; never throws. */
  public static void outsideCalls(String place, Throwable failure) {
    current.report(Kind.OTHER, place, failure);
  }

  /**
   * Records what the program's own code threw where nobody else sees it, outside its calls; never
   * throws.
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

  /**
   * Takes note of an integration that cannot be used; never throws. If only its library is missing,
   * the class that was looked for says it all.
   */
  public void reportIntegration(String integration, Throwable failure) {
    String missing = missingClass(failure);
    if (missing == null) {
      report(Kind.ADAPTER, "what " + integration + " reads", failure);
      return;
    }
    String text =
        integration
            + " is not used: "
            + missing
            + " is not on the class path. Add that library, or remove the integration.";
    count(Kind.ADAPTER, integration, failure, () -> LOG.log(Level.WARNING, text));
  }

  private static @Nullable String missingClass(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
      String name = cause.getMessage();
      if ((cause instanceof NoClassDefFoundError || cause instanceof ClassNotFoundException)
          && name != null
          && name.indexOf(' ') < 0) { // else "Could not initialize class …"
        return name.replace('/', '.');
      }
      cause = cause.getCause();
    }
    return null;
  }

  /** Takes note of a failure; never throws. */
  public void report(Kind kind, String place, Throwable failure) {
    count(
        kind,
        place,
        failure,
        () ->
            LOG.log(
                Level.WARNING,
                "Cannot trace "
                    + cut(place)
                    + " fully; the program is not affected. Logged once, without messages, which"
                    + " may quote content: "
                    + FailureTrace.of(failure)));
  }

  private static String cut(String place) {
    return place.substring(0, Math.min(place.length(), MAX_PLACE_LENGTH));
  }

  private void count(Kind kind, String where, Throwable failure, Runnable log) {
    try {
      String place = cut(where);
      boolean first = !counts.containsKey(place) && counts.size() < MAX_PLACES;
      counts
          .computeIfAbsent(counts.size() < MAX_PLACES ? place : "elsewhere", p -> new LongAdder())
          .increment();
      if (first) {
        log.run();
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
  public void countIn(@Nullable Metrics installed) {
    metrics = installed;
  }

  /** Counts what fails outside traced calls from now on. */
  public void becomeCurrent() {
    current = this;
  }

  /** How often something failed, in all places together. */
  public long total() {
    return counts.values().stream().mapToLong(LongAdder::sum).sum();
  }

  /** Where failures happen: {@code spanloom.error.kind}, for there are too many places to count. */
  public enum Kind {
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
