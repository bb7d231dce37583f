package it;

import io.spanloom.annotations.Tool;

final class Catalogue {

  /** Searches a catalogue. */
  @Tool("catalogue_search")
  String search(String catalogue, String author) {
    return catalogue + " books of " + author;
  }
}
