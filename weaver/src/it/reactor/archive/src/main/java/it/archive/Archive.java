package it.archive;

import it.api.Search;

/** In a module that has no annotation of its own. */
public final class Archive implements Search {

  @Override
  public String search(String author) {
    return "1 letter of " + author;
  }
}
