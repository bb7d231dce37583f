package io.spanloom.processor.validate;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a user may have meant. */
final class Suggestion {

  /** More names than this hide the one that helps. */
  private static final int MOST_NAMES = 12;

  private Suggestion() {}

  /** A sentence that names the nearest of the known names, or else all of them. */
  static String of(String written, List<String> candidates) {
    Optional<String> nearest = nearest(written, candidates);
    if (nearest.isPresent()) {
      return question(nearest.get());
    }
    if (candidates.isEmpty()) {
      return "It has none that a path could name.";
    }
    String more = candidates.size() > MOST_NAMES ? " …" : "";
    return "It has: "
        + String.join(", ", candidates.subList(0, Math.min(MOST_NAMES, candidates.size())))
        + more
        + ".";
  }

  /** The known name that is nearest to what was written, if one is near. */
  static Optional<String> nearest(String written, List<String> candidates) {
    return nearest(written, candidates, tolerance(written));
  }

  /** The same, with so many slips at most. */
  static Optional<String> nearest(String written, List<String> candidates, int slips) {
    return candidates.stream()
        .min(
            Comparator.comparingInt((String name) -> distance(written, name))
                .thenComparing(Comparator.naturalOrder()))
        .filter(name -> distance(written, name) <= slips);
  }

  static String question(String name) {
    return "Did you mean '%s'?".formatted(name);
  }

  private static int tolerance(String written) {
    return Math.max(2, written.length() / 3);
  }

  /**
   * The number of letters to insert, delete, replace or swap with the next, whatever their case.
   */
  private static int distance(String from, String to) {
    String a = from.toLowerCase(Locale.ROOT);
    String b = to.toLowerCase(Locale.ROOT);
    int[] beforePrevious = new int[b.length() + 1];
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
        if (isSwapped(a, i, b, j)) {
          current[j] = Math.min(current[j], beforePrevious[j - 2] + 1);
        }
      }
      beforePrevious = previous;
      previous = current;
    }
    return previous[b.length()];
  }

  private static boolean isSwapped(String a, int i, String b, int j) {
    return i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
