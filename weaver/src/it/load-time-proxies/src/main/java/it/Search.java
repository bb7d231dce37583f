package it;

import io.spanloom.annotations.Tool;

/** Package-private: a proxy of the JDK's is in this package then. */
interface Search {

  /** Searches. */
  @Tool("search")
  String search(String author);
}
