package it;

import io.spanloom.annotations.Tool;

/** The application's own, whatever it is called. */
class CGLIBCatalogue_Subclass {

  /** Lists. */
  @Tool("list")
  String list() {
    return "list";
  }
}
