package it.library;

import io.spanloom.annotations.Task;
import it.api.Search;

public final class Catalogue implements Search {

  @Override
  public String search(String author) {
    return count(author) + " books of " + author;
  }

  @Task("count")
  int count(String author) {
    return author.length();
  }
}
