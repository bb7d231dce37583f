package io.spanloom.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.auto.service.AutoService;
import io.spanloom.llm.LlmStreamAdapter;
import io.spanloom.llm.StreamedResponse;

/** An event of a streamed answer, as it is sent. */
record ReceivedEvent(JsonNode event) {

  /** Reads it. */
  @AutoService(LlmStreamAdapter.class)
  @SuppressWarnings("rawtypes") // a service is named by its raw type
  public static final class Adapter implements LlmStreamAdapter<ReceivedEvent> {

    @Override
    public Class<ReceivedEvent> chunkType() {
      return ReceivedEvent.class;
    }

    @Override
    public void read(ReceivedEvent received, StreamedResponse response) {
      JsonNode event = received.event();
      response.errorType(Json.text(event.path("error"), "type"));
      StreamEvents.read(event, response);
    }
  }
}
