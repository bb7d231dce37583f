package com.acme;

import com.acme.Library.Shelf.Closed;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonValue;
import io.spanloom.annotations.Sensitive;
import io.spanloom.annotations.Task;
import io.spanloom.annotations.Tool;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What records are read for: content, and finding a tool's call. */
class Library {

  /** A name in JSON of its own, one that is left out, an object that is a text, and a secret. */
  record Query(
      @JsonProperty("q") String text,
      Range years,
      Isbn isbn,
      @JsonIgnore String cache,
      @Sensitive String reader) {}

  record Range(int from, int to) {}

  record Isbn(@JsonValue String digits) {}

  record Nothing() {}

  /** Through its elements it holds a secret, or none. */
  record Page<T extends Comparable<?>>(List<T> items, Optional<Page<T>> next, char mark) {}

  record Reader(@Sensitive String name) implements Comparable<Reader> {
    @Override
    public int compareTo(Reader other) {
      return 0;
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  sealed interface Shelf permits Shelf.Open, Shelf.Closed {
    @JsonTypeName("open")
    record Open(String room, List<Shelf> below) implements Shelf {}

    @Deprecated
    @JsonTypeName("closed")
    record Closed(String kind, String key) implements Shelf {}
  }

  /** Not looked into: a subclass might show the secret. */
  static class Card {
    @Sensitive private String number = "";

    public String getNumber() {
      return number;
    }

    public void setNumber(String number) {
      this.number = number;
    }
  }

  /** A class that holds data and does nothing else. */
  static final class Loan {
    public int days;
    private final String title;
    private List<Range> pages = List.of();
    @Sensitive private String reader = "";
    @JsonIgnore private Object cache;

    Loan(@JsonProperty("name") String title) {
      this.title = title;
    }

    public String getTitle() {
      return title;
    }

    public List<Range> getPages() {
      return List.copyOf(this.pages);
    }

    public String getReader() {
      return reader;
    }
  }

  /** Not looked into: its getter does something. */
  static class Lazy {
    private List<String> titles = List.of();

    public List<String> getTitles() {
      return titles.isEmpty() ? List.of("loaded") : titles;
    }
  }

  /** Not looked into: it has affairs of its own. */
  static class Service {
    private final String name = "";
    private final Object store = new Object();

    public String getName() {
      return name;
    }
  }

  /** What it holds of a bean is kept secret as a whole. */
  record Holder(String name, Card card) {}

  private record Hidden(String text) {}

  private record Token(String text) {}

  /** Searches. */
  @Tool
  Page<String> search(Query query, List<Nothing> nothing) {
    return new Page<>(List.of(), Optional.empty(), 'm');
  }

  /** Looks for readers. */
  @Tool
  void readers(Page<Reader> page, Map<String, Optional<Holder>> holders) {}

  /** Puts a book away. */
  @Tool
  @SuppressWarnings("deprecation")
  void put(Shelf shelf, Closed[] closed) {}

  /** The card itself cannot be shown. */
  @Tool
  void card(List<Card> cards, @Sensitive Range secret, File file) {}

  /** Lends a book. */
  @Tool
  @SuppressWarnings("NoJsonForm")
  void lend(Loan loan, Lazy lazy, Service service) {}

  @Task
  Hidden hide(Token token) {
    return new Hidden("");
  }
}
