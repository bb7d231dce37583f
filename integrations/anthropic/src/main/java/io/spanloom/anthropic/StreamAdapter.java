package io.spanloom.anthropic;

import com.anthropic.models.messages.RawMessageStreamEvent;
import com.google.auto.service.AutoService;
import io.spanloom.llm.LlmStreamAdapter;
import io.spanloom.llm.StreamedResponse;

/** Reads the events of a streamed message. */
@AutoService(LlmStreamAdapter.class)
@SuppressWarnings("rawtypes") // a service is named by its raw type
public final class StreamAdapter implements LlmStreamAdapter<RawMessageStreamEvent> {

  @Override
  public Class<RawMessageStreamEvent> chunkType() {
    return RawMessageStreamEvent.class;
  }

  @Override
  public void read(RawMessageStreamEvent event, StreamedResponse response) {
    StreamEvents.read(Json.of(event), response);
  }
}
