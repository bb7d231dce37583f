package io.spanloom.replay;

import java.util.List;
import java.util.Map;

/**
 * What the server answers to one request.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param parts the body; each part is sent on its own
 * @param complete whether the body ends as HTTP demands; else the connection breaks after the parts
 */
public record Reply(int status, Map<String, String> headers, List<String> parts, boolean complete) {

  private static final String TYPE = "Content-Type";

  public Reply {
    headers = Map.copyOf(headers);
    parts = List.copyOf(parts);
  }

  /** A successful answer. */
  public static Reply json(String body) {
    return json(200, body);
  }

  /** An answer with a status of its own, such as a refusal. */
  public static Reply json(int status, String body) {
    return new Reply(status, Map.of(TYPE, "application/json"), List.of(body), true);
  }

  /**
   * A stream of server-sent events.
   *
   * @param events each event's lines, without the empty line that ends it
   */
  public static Reply events(String... events) {
    List<String> parts = List.of(events).stream().map(event -> event.strip() + "\n\n").toList();
    return new Reply(200, Map.of(TYPE, "text/event-stream"), parts, true);
  }

  /** The same answer from a server that dies before its end. */
  public Reply broken() {
    return new Reply(status, headers, parts, false);
  }
}
