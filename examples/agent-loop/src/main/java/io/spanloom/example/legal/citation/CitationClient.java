package io.spanloom.example.legal.citation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.spanloom.example.legal.citation.CitationCheck.Status;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Asks the citation service, and waits for the answer. */
public final class CitationClient {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
  private final URI service;

  /** A client of the service at an address. */
  public CitationClient(URI service) {
    this.service = service;
  }

  /**
   * Checks citations, in one request.
   *
   * @throws IOException when the service cannot be reached or does not answer as agreed
   */
  public List<CitationCheck> check(List<String> citations) throws IOException {
    String body = json.createObjectNode().set("citations", json.valueToTree(citations)).toString();
    HttpRequest request =
        HttpRequest.newBuilder(service)
            .timeout(ANSWER_TIMEOUT)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = send(request);
    if (response.statusCode() != 200) {
      throw new IOException(
          "The citation service answered " + response.statusCode() + " " + response.body());
    }
    return read(response.body());
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while waiting for the citation service");
    }
  }

  private List<CitationCheck> read(String body) throws JsonProcessingException {
    List<CitationCheck> checks = new ArrayList<>();
    for (JsonNode check : json.readTree(body).path("checks")) {
      checks.add(
          new CitationCheck(
              check.path("citation").asText(),
              Status.valueOf(check.path("status").asText().toUpperCase(Locale.ROOT)),
              check.path("name").asText(),
              check.path("detail").asText()));
    }
    return checks;
  }
}
