package io.spanloom.example.loopback;

import com.fasterxml.jackson.databind.JsonNode;

/** A status and the JSON document that goes with it. */
public record JsonReply(int status, JsonNode body) {

  /** A successful answer. */
  public static JsonReply ok(JsonNode body) {
    return new JsonReply(200, body);
  }
}
