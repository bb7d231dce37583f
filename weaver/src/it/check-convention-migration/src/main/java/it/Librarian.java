package it;

import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.LlmCall;

final class Librarian {

  @LlmCall(provider = "library", model = "oracle-1")
  @Attribute(key = GenAi.USAGE_OUTPUT_TOKENS, path = "length()")
  String think(String author) {
    return "books of " + author;
  }
}
