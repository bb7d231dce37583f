package io.spanloom.anthropic;

import com.anthropic.models.beta.messages.BetaRawMessageStreamEvent;
import com.google.auto.service.AutoService;
import io.spanloom.llm.LlmStreamAdapter;
import io.spanloom.llm.StreamedResponse;

/** Reads the events of a streamed message with beta features. */
@AutoService(LlmStreamAdapter.class)
@SuppressWarnings("rawtypes") // a service is named by its raw type
public final class BetaStreamAdapter implements LlmStreamAdapter<BetaRawMessageStreamEvent> {

  @Override
  public Class<BetaRawMessageStreamEvent> chunkType() {
    return BetaRawMessageStreamEvent.class;
  }

  @Override
  public void read(BetaRawMessageStreamEvent event, StreamedResponse response) {
    StreamEvents.read(Json.of(event), response);
  }
}
