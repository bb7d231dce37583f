package io.spanloom.langchain4j;

import dev.langchain4j.service.TokenStream;
import io.spanloom.annotations.Agent;

/** Agents whose loops an AI service runs. */
final class Desk {

  private final Assistant assistant;

  Desk(Assistant assistant) {
    this.assistant = assistant;
  }

  @Agent("desk")
  String answer(String question) {
    return assistant.answer(question);
  }

  @Agent("desk")
  String explain(String question) {
    return assistant.explain(question).content();
  }

  @Agent("desk")
  TokenStream stream(String question) {
    return assistant.stream(question);
  }
}
