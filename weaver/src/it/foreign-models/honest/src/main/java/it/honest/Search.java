package it.honest;

import io.spanloom.annotations.Tool;

public interface Search {

  /** Finds. */
  @Tool("search")
  String find(String query);
}
