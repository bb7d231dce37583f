package it;

import io.spanloom.annotations.Agent;

final class Librarian {

  @Agent("librarian")
  String answer(String author) {
    return "found nothing of " + author;
  }
}
