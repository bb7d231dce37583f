package io.spanloom.springai;

import com.google.auto.service.AutoService;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmPart;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.LlmStreamAdapter;
import io.spanloom.llm.LlmToolCall;
import io.spanloom.llm.StreamedResponse;
import java.util.List;
import java.util.Objects;
import org.springframework.ai.chat.model.ChatResponse;

/** Reads the parts in which an answer is streamed; Spring AI hands on tool calls as a whole. */
@AutoService(LlmStreamAdapter.class)
@SuppressWarnings("rawtypes") // a service is named by its raw type
public final class ChatStreamAdapter implements LlmStreamAdapter<ChatResponse> {

  @Override
  public Class<ChatResponse> chunkType() {
    return ChatResponse.class;
  }

  @Override
  public void read(ChatResponse part, StreamedResponse whole) {
    LlmResponse read = new ChatResponseView(part);
    whole.id(read.id());
    whole.model(read.model());
    for (LlmMessage message : read.messages()) {
      addSaid(message, whole);
      message.toolCalls().forEach(call -> add(call, whole));
    }
    whole.usage(read.usage());
    if (whole.finishReasons().isEmpty()) { // told again with what follows
      read.finishReasons().forEach(whole::finishReason);
    }
  }

  private static void addSaid(LlmMessage message, StreamedResponse whole) {
    if (message.parts().isEmpty()) {
      whole.text(message.text());
    }
    for (LlmPart part : message.parts()) {
      if (part instanceof LlmPart.Text text) {
        whole.text(text.text());
      } else if (part instanceof LlmPart.Reasoning thought && !thought.redacted()) {
        whole.reasoning(null, thought.text(), thought.signature());
      } else {
        whole.part(part);
      }
    }
  }

  private static void add(LlmToolCall call, StreamedResponse whole) {
    List<LlmToolCall> calls =
        whole.messages().stream().flatMap(m -> m.toolCalls().stream()).toList();
    if (calls.stream().noneMatch(other -> Objects.equals(other.id(), call.id()))) {
      whole.toolCall(calls.size(), call.id(), call.name(), call.arguments());
      whole.toolCallComplete(calls.size());
    }
  }
}
