package com.acme.library;

import io.spanloom.annotations.Agent;
import io.spanloom.annotations.SessionId;
import org.springframework.stereotype.Service;

@Service
class Librarian {

  private final Assistant assistant;

  Librarian(Assistant assistant) {
    this.assistant = assistant;
  }

  @Agent("librarian")
  String answer(@SessionId String reader, String question) {
    return assistant.chat(question);
  }
}
