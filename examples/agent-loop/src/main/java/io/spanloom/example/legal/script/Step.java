package io.spanloom.example.legal.script;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A tool call in the conversation and what came back.
 *
 * @param result the tool's result; a missing node when it was not JSON
 */
record Step(String tool, JsonNode arguments, JsonNode result) {

  /** Whether the tool reported an error, or something no tool reports. */
  boolean failed() {
    return !result.isObject() || result.has("error");
  }
}
