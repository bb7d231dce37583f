package io.spanloom.example.rag.answer;

import java.util.Locale;

/** What kind of answer a question wants. */
public enum AnswerStyle {
  /** Something to be done. */
  STEPS(
      "Answer with numbered steps, one action each. Add the shortest code or command that does it."),

  /** A name or a value. */
  FACT("Answer with one sentence that names the value, setting or name asked for."),

  /** A reason, or how something works. */
  EXPLANATION("Explain in at most three sentences.");

  private final String instruction;

  AnswerStyle(String instruction) {
    this.instruction = instruction;
  }

  /** The instruction for the model. */
  String instruction() {
    return instruction;
  }

  /** As it is called in prompts and traces. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
