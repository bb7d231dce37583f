package it;

import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.Tool;
import lombok.NonNull;
import lombok.RequiredArgsConstructor;
import lombok.SneakyThrows;
import lombok.Synchronized;

@RequiredArgsConstructor
final class Catalogue {

  private final String name;

  /** Lombok rewrites the body of the traced method, and writes the getter that the attribute needs. */
  @Tool("catalogue_search")
  @SneakyThrows
  @Synchronized
  String search(@NonNull @Attribute(key = "app.limit", path = "limit") Query query) {
    if (query.getLimit() == 0) {
      throw new java.io.IOException("no limit");
    }
    return query.getLimit() + " books of " + query.getAuthor() + " in the " + name;
  }
}
