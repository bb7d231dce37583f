package io.spanloom.integrations.testing;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The response to one request.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param parts the body; each part is sent on its own
 * @param complete whether the body is complete; if not, the connection breaks after the parts
 */
public record Reply(int status, Map<String, String> headers, List<String> parts, boolean complete) {

  private static final String TYPE = "Content-Type";
  private static final String CHARSET = "X-Replay-Charset";

  public Reply {
    headers = Map.copyOf(headers);
    parts = List.copyOf(parts);
  }

  /** A successful response. */
  public static Reply json(String body) {
    return json(200, body);
  }

  /** A response with the given status, such as an error. */
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

  /**
   * A response of bytes.
   *
   * @param parts each is sent on its own
   */
  public static Reply bytes(String type, byte[]... parts) {
    List<String> texts =
        Stream.of(parts).map(part -> new String(part, StandardCharsets.ISO_8859_1)).toList();
    return new Reply(200, Map.of(TYPE, type, CHARSET, "latin1"), texts, true);
  }

  /** A header of our own: in Latin 1 each character is a byte. */
  Charset charset() {
    return headers.containsKey(CHARSET) ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
  }

  /** The same response from a server that closes the connection before its end. */
  public Reply broken() {
    return new Reply(status, headers, parts, false);
  }
}
