package it;

import io.spanloom.annotations.Tool;

public interface Archive {

  /** Fetches. */
  @Tool("fetch")
  String fetch(String title);
}
