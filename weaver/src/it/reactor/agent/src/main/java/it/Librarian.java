package it;

import io.spanloom.annotations.Agent;
import it.api.Search;
import it.archive.Archive;
import it.library.Catalogue;

final class Librarian {

  private final Search catalogue = new Catalogue();
  private final Search archive = new Archive();

  @Agent("librarian")
  String answer(String author) {
    return catalogue.search(author) + " and " + archive.search(author);
  }
}
