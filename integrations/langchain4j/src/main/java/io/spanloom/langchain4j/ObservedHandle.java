package io.spanloom.langchain4j;

import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.PartialThinkingContext;
import dev.langchain4j.model.chat.response.PartialToolCallContext;
import dev.langchain4j.model.chat.response.StreamingHandle;
import io.spanloom.result.Observation;

/** Tells when the program loses interest in a streamed answer: nobody else will. */
final class ObservedHandle implements StreamingHandle {

  private final StreamingHandle handle;
  private final Observation observation;

  private ObservedHandle(StreamingHandle handle, Observation observation) {
    this.handle = handle;
    this.observation = observation;
  }

  /** The context of a part of an answer, with a handle that tells. */
  static Object in(Object context, Observation observation) {
    if (context instanceof PartialResponseContext response) {
      return new PartialResponseContext(of(response.streamingHandle(), observation));
    }
    if (context instanceof PartialThinkingContext thinking) {
      return new PartialThinkingContext(of(thinking.streamingHandle(), observation));
    }
    if (context instanceof PartialToolCallContext toolCall) {
      return new PartialToolCallContext(of(toolCall.streamingHandle(), observation));
    }
    return context;
  }

  private static StreamingHandle of(StreamingHandle handle, Observation observation) {
    return new ObservedHandle(handle, observation);
  }

  @Override
  public void cancel() {
    handle.cancel();
    observation.cancelled();
  }

  @Override
  public boolean isCancelled() {
    return handle.isCancelled();
  }
}
