package io.spanloom.example.rag.answer;

import java.util.List;

/**
 * An answer and what it rests on.
 *
 * @param route how it was answered
 * @param context what the model was given; no passages when the question was out of scope
 * @param cited the numbers of the passages that the text cites
 */
public record Answer(String text, Route route, Context context, List<Integer> cited) {

  private static final String OUT_OF_SCOPE =
      "The documents do not answer this question: it is about something else.";

  /** Copies the list. */
  public Answer {
    cited = List.copyOf(cited);
  }

  static Answer outOfScope(String question, Route route) {
    return new Answer(OUT_OF_SCOPE, route, new Context(question, List.of()), List.of());
  }

  /** Whether the question was about the documents. */
  public boolean inScope() {
    return route.style() != null;
  }
}
