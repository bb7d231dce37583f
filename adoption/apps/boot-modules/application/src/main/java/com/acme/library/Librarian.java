package com.acme.library;

import io.spanloom.annotations.Agent;
import io.spanloom.annotations.SessionId;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.stereotype.Service;

@Service
class Librarian {

  private final ChatClient client;

  Librarian(ChatClient client) {
    this.client = client;
  }

  @Agent("librarian")
  String answer(@SessionId String reader, String question) {
    return client.prompt(question).call().content();
  }
}
