package it;

import io.spanloom.annotations.Agent;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks two catalogues at once. */
final class Librarian {

  @Agent("librarian")
  String answer(String author) {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      List<Callable<String>> searches =
          List.of(() -> new Catalogue().search("new", author), () -> new Catalogue().search("old", author));
      List<Future<String>> found = searches.stream().map(pool::submit).toList();
      return found.get(0).get() + " and " + found.get(1).get();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    } finally {
      pool.shutdown();
    }
  }
}
