package io.spanloom.example.rag.answer;

/** Is shown each answer while its trace is open. */
@FunctionalInterface
public interface Reviewer {

  /** An answer that the documents were asked for; must not wait. */
  void review(Answer answer);
}
