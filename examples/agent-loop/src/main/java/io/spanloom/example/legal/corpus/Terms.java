package io.spanloom.example.legal.corpus;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Words brought to a common form, the same for what is indexed and what is asked for, so that
 * "landlords" finds "landlord" and "repairing" finds "repaired".
 */
public final class Terms {

  private static final Pattern WORD = Pattern.compile("[a-z]{3,}");
  private static final List<String> ENDINGS = List.of("ing", "ed", "es", "s", "e");
  private static final int SHORTEST_STEM = 3;
  private static final Set<String> STOP_WORDS =
      Set.of(
          ("a about after against all also an and any are as at be because been before being but by"
                  + " can could did do does find for from had has have he her him his how i if in"
                  + " into is it its law me may might must my no not of on one or other our out she"
                  + " should so some such than that the their them then there these they this those"
                  + " to told under up upon was we were what when where whether which who whom whose"
                  + " will with without would you your")
              .split(" "));

  private Terms() {}

  /** The distinct stems of the words that carry meaning, in the order of the text. */
  public static List<String> of(String text) {
    return words(text).stream().map(Terms::stem).distinct().toList();
  }

  /** The distinct words that carry meaning, in lower case, in the order of the text. */
  public static List<String> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .filter(word -> !STOP_WORDS.contains(word))
        .distinct()
        .toList();
  }

  private static String stem(String word) {
    for (String ending : ENDINGS) {
      if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_STEM) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }
}
