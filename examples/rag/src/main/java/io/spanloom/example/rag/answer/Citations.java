package io.spanloom.example.rag.answer;

import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.Guardrail;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Lets no citation through that stands for nothing. */
final class Citations {

  private static final Pattern CITATION = Pattern.compile(" ?\\[(\\d{1,4})]");

  private Citations() {}

  /** The answer without citations of passages that the model was not given. */
  @Guardrail("citations")
  @Attribute(key = "app.citations.known", path = "known.size()")
  @Attribute(key = "app.citations.unknown", path = "unknown.size()")
  static Checked check(String answer, Context context) {
    Set<Integer> known = new TreeSet<>();
    Set<Integer> unknown = new TreeSet<>();
    String text =
        CITATION
            .matcher(answer)
            .replaceAll(
                citation -> {
                  int number = Integer.parseInt(citation.group(1));
                  boolean given = number >= 1 && number <= context.passages().size();
                  (given ? known : unknown).add(number);
                  return given ? "$0" : "";
                });
    return new Checked(text, List.copyOf(known), List.copyOf(unknown));
  }

  /**
   * What became of an answer.
   *
   * @param known the numbers of passages it cites
   * @param unknown the numbers it cited that no passage has
   */
  record Checked(String text, List<Integer> known, List<Integer> unknown) {

    /** Whether nothing had to be taken out. */
    boolean passed() {
      return unknown.isEmpty();
    }
  }
}
