package io.spanloom.anthropic;

import com.fasterxml.jackson.databind.JsonNode;

/** A request for a message, as it is sent. */
record SentRequest(JsonNode body) {

  boolean isStreamed() {
    return body.path("stream").booleanValue();
  }
}
