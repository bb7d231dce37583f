package it

import io.spanloom.annotations.Agent
import io.spanloom.annotations.Attribute
import io.spanloom.annotations.SessionId
import io.spanloom.annotations.Task
import io.spanloom.annotations.Tool

data class Found(val titles: List<String>)

class Catalogue {

  /** Searches the catalogue. */
  @Tool("catalogue_search")
  @Attribute(key = "app.hits", path = "titles.size()")
  fun search(author: String, @Attribute(key = "app.limit") limit: Int = 3): Found =
      Found(List(limit) { "$author $it" })
}

class Librarian(private val catalogue: Catalogue) {

  @Agent("librarian")
  fun answer(@SessionId session: String, author: String): String =
      "found ${count(catalogue.search(author))} books of ${Names.full(author)}"
}

object Names {

  @Task("full_name")
  fun full(author: String): String = author
}

@Task("count")
fun count(found: Found): Int = found.titles.size
