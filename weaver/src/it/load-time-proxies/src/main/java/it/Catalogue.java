package it;

import io.spanloom.annotations.Tool;

public class Catalogue implements Search, Archive {

  @Override
  public String search(String author) {
    return "books of " + author;
  }

  @Override
  public String fetch(String title) {
    return "text of " + title;
  }

  /** Counts. */
  @Tool("count")
  public int count(String author) {
    return author.length();
  }

  /** A name like those that generators choose does not keep a class from being traced. */
  public static class ByteBuddy extends Catalogue {

    /** Lends. */
    @Tool("lend")
    public String lend(String title) {
      return title;
    }
  }
}
