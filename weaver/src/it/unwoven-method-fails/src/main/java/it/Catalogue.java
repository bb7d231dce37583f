package it;

final class Catalogue {

  String search(String author) {
    return "books of " + author;
  }
}
