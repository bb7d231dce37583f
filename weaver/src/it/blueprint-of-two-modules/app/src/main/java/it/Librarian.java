package it;

import io.spanloom.annotations.Agent;
import io.spanloom.annotations.LlmCall;
import io.spanloom.annotations.Task;

public final class Librarian {

  private final Catalogue catalogue = new Catalogue();

  public static void main(String[] arguments) {
    Librarian librarian = new Librarian();
    librarian.answer("Ada", 3);
    librarian.ask("Is anyone there?");
  }

  @Agent("librarian")
  public String answer(String author, int depth) {
    String found = reason(author);
    return depth == 0 ? found : answer(found, depth - 1);
  }

  @Task("reasoning")
  private String reason(String author) {
    ask("Who is " + author + "?");
    return catalogue.search("call_1", author);
  }

  @SuppressWarnings("spanloom")
  @LlmCall(provider = "acme", model = "m")
  private String ask(String question) {
    return question;
  }
}
