package it;

import io.spanloom.annotations.Agent;

final class Librarian {

  private final Catalogue catalogue = new Catalogue();

  @Agent("librarian")
  String answer(String author) {
    return "found " + catalogue.search(author, 3);
  }
}
