package io.spanloom.googlegenai;

import com.google.auto.service.AutoService;
import com.google.genai.types.Candidate;
import com.google.genai.types.Content;
import com.google.genai.types.GenerateContentResponse;
import io.spanloom.llm.LlmPart;
import io.spanloom.llm.LlmStreamAdapter;
import io.spanloom.llm.StreamedResponse;
import java.util.List;

/** Reads an answer in pieces: each is an answer of its own, with more text or whole calls. */
@AutoService(LlmStreamAdapter.class)
@SuppressWarnings("rawtypes") // a service is named by its raw type
public final class StreamedContentAdapter implements LlmStreamAdapter<GenerateContentResponse> {

  @Override
  public Class<GenerateContentResponse> chunkType() {
    return GenerateContentResponse.class;
  }

  @Override
  public void read(GenerateContentResponse piece, StreamedResponse response) {
    response.id(piece.responseId().orElse(null));
    response.model(piece.modelVersion().orElse(null));
    piece.usageMetadata().map(Usage::of).ifPresent(response::usage);
    piece.usageMetadata().map(Usage::serviceTier).ifPresent(response::serviceTier);
    for (Candidate candidate : piece.candidates().orElse(List.of())) {
      if (candidate.index().orElse(0) == 0) { // further ones would get mixed up with the first
        candidate.content().ifPresent(content -> add(content, response));
      }
      candidate.finishReason().map(Object::toString).ifPresent(response::finishReason);
    }
  }

  private static void add(Content content, StreamedResponse response) {
    for (LlmPart part : Parts.read(content)) {
      if (part instanceof LlmPart.Text text && text.signature() == null) {
        response.text(text.text());
      } else if (part instanceof LlmPart.Reasoning thought) {
        response.reasoning(null, thought.text(), thought.signature());
      } else {
        response.part(part);
      }
    }
    Contents.toolCalls(content).forEach(response::toolCall);
  }
}
