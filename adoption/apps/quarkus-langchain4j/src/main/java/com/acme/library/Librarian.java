package com.acme.library;

import io.spanloom.annotations.Agent;
import io.spanloom.annotations.SessionId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

@ApplicationScoped
public class Librarian {

  private final Assistant assistant;

  Librarian(Assistant assistant) {
    this.assistant = assistant;
  }

  @Agent("librarian")
  @ActivateRequestContext
  public String answer(@SessionId String reader, String question) {
    return assistant.answer(question);
  }
}
