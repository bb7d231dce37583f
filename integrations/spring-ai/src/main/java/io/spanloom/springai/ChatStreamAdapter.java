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
    int choice = 0;
    for (String reason : read.finishReasons()) {
      whole.finishReason(choice++, reason);
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

  /** Calls are repeated with what follows; some models give all calls of an answer one id. */
  private static void add(LlmToolCall call, StreamedResponse whole) {
    List<LlmToolCall> calls =
        whole.messages().stream().flatMap(m -> m.toolCalls().stream()).toList();
    boolean repeated =
        calls.stream()
            .anyMatch(
                other ->
                    Objects.equals(other.id(), call.id())
                        && other.name().equals(call.name())
                        && Objects.equals(other.arguments(), arguments(call)));
    if (!repeated) {
      whole.toolCall(calls.size(), call.id(), call.name(), call.arguments());
      whole.toolCallComplete(calls.size());
    }
  }

  private static String arguments(LlmToolCall call) {
    String arguments = call.arguments();
    return arguments == null || arguments.isBlank() ? "{}" : arguments;
  }
}
