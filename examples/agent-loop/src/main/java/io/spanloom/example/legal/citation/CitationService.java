package io.spanloom.example.legal.citation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spanloom.example.legal.corpus.LegalDatabase;
import io.spanloom.example.loopback.HttpCall;
import io.spanloom.example.loopback.JsonReply;
import io.spanloom.example.loopback.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/**
 * Checks citations over HTTP, one after the other and slowly, like the registries that such
 * services ask.
 *
 * <p>{@code POST /v1/checks} with {@code {"citations": ["…"]}} answers {@code {"checks":
 * [{"citation", "status", "name", "detail"}]}}.
 */
public final class CitationService implements AutoCloseable {

  static final String PATH = "/v1/checks";
  private static final int MOST_CITATIONS = 50;

  private final ObjectMapper json = new ObjectMapper();
  private final CitationChecker checker;
  private final Duration delay;
  private final LoopbackServer server;

  private CitationService(LegalDatabase database, Duration delay) throws IOException {
    this.checker = new CitationChecker(database);
    this.delay = delay;
    this.server = LoopbackServer.start("citation-service", this::handle);
  }

  /**
   * Starts the service.
   *
   * @param delay the time each citation takes
   */
  public static CitationService start(LegalDatabase database, Duration delay) throws IOException {
    return new CitationService(database, delay);
  }

  /** Where to send citations. */
  public URI uri() {
    return URI.create(server.url() + PATH);
  }

  @Override
  public void close() {
    server.close();
  }

  private JsonReply handle(HttpCall call) {
    if (!call.path().equals(PATH) || !call.method().equals("POST")) {
      return error(404, "Use POST " + PATH);
    }
    JsonNode citations = citations(call.body());
    if (citations.isEmpty() || citations.size() > MOST_CITATIONS) {
      return error(400, "'citations' must be an array of 1 to " + MOST_CITATIONS + " texts");
    }
    return check(citations);
  }

  private JsonNode citations(String body) {
    try {
      return json.readTree(body).path("citations");
    } catch (JsonProcessingException malformed) {
      return json.missingNode();
    }
  }

  private JsonReply check(JsonNode citations) {
    ObjectNode reply = json.createObjectNode();
    ArrayNode checks = reply.putArray("checks");
    for (JsonNode citation : citations) {
      if (!consultRegistry()) {
        return error(503, "The service is shutting down");
      }
      CitationCheck check = checker.check(citation.asText());
      checks
          .addObject()
          .put("citation", check.citation())
          .put("status", check.status().word())
          .put("name", check.name())
          .put("detail", check.detail());
    }
    return JsonReply.ok(reply);
  }

  /** The slow part; false when interrupted. */
  private boolean consultRegistry() {
    try {
      Thread.sleep(delay.toMillis());
      return true;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private JsonReply error(int status, String message) {
    return new JsonReply(status, json.createObjectNode().put("error", message));
  }
}
