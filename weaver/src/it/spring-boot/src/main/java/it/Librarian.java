package it;

import io.spanloom.annotations.Agent;
import org.springframework.stereotype.Component;

@Component
final class Librarian {

  private final Catalogue catalogue;

  Librarian(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Agent("librarian")
  String answer(String author) {
    return "found " + catalogue.search(author, 3);
  }
}
