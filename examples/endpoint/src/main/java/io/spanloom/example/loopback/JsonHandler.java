package io.spanloom.example.loopback;

/** Answers one HTTP request; may be called by several threads at once. */
@FunctionalInterface
public interface JsonHandler {

  /** The answer to a request. Whatever it throws becomes status 500 without a body. */
  JsonReply handle(HttpCall call);
}
