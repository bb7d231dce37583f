package it

import io.spanloom.annotations.Agent
import io.spanloom.annotations.SessionId

class Librarian(private val catalogue: Catalogue) {

  @Agent("librarian")
  fun answer(@SessionId session: String, author: String): String =
      "found ${catalogue.search(author).titles().size} books of $author"
}
