package io.spanloom.example.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What the assistant says next: a text, or the tools it wants called.
 *
 * @param reasoning why; never sent, but its length is what a reasoning model is charged for
 */
public record ChatReply(String reasoning, String text, List<Call> calls) {

  /** Copies the list. */
  public ChatReply {
    calls = List.copyOf(calls);
  }

  /** Ends the turn with a text. */
  public static ChatReply say(String reasoning, String text) {
    return new ChatReply(reasoning, text, List.of());
  }

  /** Asks for tools; several at once may run in parallel. */
  public static ChatReply call(String reasoning, Call... calls) {
    return new ChatReply(reasoning, "", List.of(calls));
  }

  /** A tool and its arguments; the endpoint issues the identifier. */
  public record Call(String tool, JsonNode arguments) {}
}
