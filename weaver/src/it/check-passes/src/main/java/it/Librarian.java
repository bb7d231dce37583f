package it;

import io.spanloom.annotations.Agent;
import java.util.Optional;

final class Librarian {

  private final Catalogue catalogue = new Catalogue();

  @Agent("librarian")
  String answer(String author) {
    return "found " + catalogue.search(Optional.of(author), Optional.empty());
  }
}
