package io.spanloom.langchain4j;

import com.google.auto.service.AutoService;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.spanloom.llm.LlmPart;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.LlmStreamAdapter;
import io.spanloom.llm.StreamedResponse;
import java.util.HashSet;
import java.util.Set;

/** A part of a streamed response. */
@FunctionalInterface
interface StreamedPart {

  /** Adds it to the parts before. */
  void addTo(StreamedResponse response);

  static StreamedPart text(String delta) {
    return response -> response.text(delta);
  }

  static StreamedPart reasoning(String delta) {
    return response -> response.reasoning(delta);
  }

  static StreamedPart toolCall(int index, ToolExecutionRequest call) {
    return response -> addTo(response, index, call);
  }

  /** The end of the response, which has all of it: what no part had is added now. */
  static StreamedPart of(ChatResponse whole) {
    return response -> {
      AiMessage message = whole.aiMessage();
      boolean thought = hasReasoning(response);
      Contents.beyondText(message).forEach(part -> add(part, thought, response));
      if (response.text().isEmpty()) {
        response.text(message.text());
      }
      Set<String> seen = new HashSet<>();
      response.messages().forEach(m -> m.toolCalls().forEach(call -> seen.add(call.id())));
      int index = 0;
      for (ToolExecutionRequest call : message.toolExecutionRequests()) {
        if (!seen.contains(call.id())) {
          addTo(response, index, call);
        }
        index++;
      }
      LlmResponse read = new ChatResponseView(whole);
      response.id(read.id());
      response.model(read.model());
      response.usage(read.usage());
      read.finishReasons().forEach(response::finishReason);
    };
  }

  private static boolean hasReasoning(StreamedResponse response) {
    return response.messages().stream()
        .flatMap(message -> message.parts().stream())
        .anyMatch(LlmPart.Reasoning.class::isInstance);
  }

  private static void add(LlmPart part, boolean thought, StreamedResponse response) {
    if (!(part instanceof LlmPart.Reasoning reasoning)) {
      response.part(part);
    } else if (!thought) {
      response.precedingReasoning(reasoning.text(), reasoning.signature());
    }
  }

  private static void addTo(StreamedResponse response, int index, ToolExecutionRequest call) {
    response.toolCall(index, call.id(), call.name(), call.arguments());
    response.toolCallComplete(index);
  }

  /** Puts the parts together. */
  @AutoService(LlmStreamAdapter.class)
  @SuppressWarnings("rawtypes") // a service is named by its raw type
  final class Adapter implements LlmStreamAdapter<StreamedPart> {

    @Override
    public Class<StreamedPart> chunkType() {
      return StreamedPart.class;
    }

    @Override
    public void read(StreamedPart part, StreamedResponse response) {
      part.addTo(response);
    }
  }
}
