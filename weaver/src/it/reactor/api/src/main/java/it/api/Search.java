package it.api;

import io.spanloom.annotations.Tool;

public interface Search {

  @Tool("search")
  String search(String author);
}
