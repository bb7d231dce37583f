package io.spanloom.adk;

import com.google.adk.tools.Annotations.Schema;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.spanloom.Spans;
import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.Tool;
import java.util.Map;

/** Tools, with and without an annotation of Spanloom's. */
public final class Catalogue {

  /** Finds the shelf a book is on. */
  @Tool("find_book")
  @Schema(name = "find_book", description = "Finds the shelf a book is on.")
  public Map<String, Object> findBook(
      @Attribute(key = "book.title") @Schema(name = "title") String title) {
    look();
    return Map.of("shelf", 12);
  }

  @Schema(name = "reserve_book", description = "Keeps a book for some days.")
  public Map<String, Object> reserveBook(@Schema(name = "title") String title) {
    look();
    return Map.of("kept", title);
  }

  /** Renews a loan. */
  @Tool("renew_book")
  @Schema(name = "renew_book", description = "Renews a loan.")
  public Single<Map<String, Object>> renewBook(@Schema(name = "title") String title) {
    return Single.fromCallable(
            () -> {
              look();
              return Map.<String, Object>of("renewed", title);
            })
        .subscribeOn(Schedulers.newThread());
  }

  /** Fails. */
  @Tool("burn_book")
  @Schema(name = "burn_book", description = "Fails.")
  public Map<String, Object> burnBook(@Schema(name = "title") String title) {
    throw new IllegalStateException("books do not burn");
  }

  private static void look() {
    Spans.task("look").run(() -> {});
  }
}
