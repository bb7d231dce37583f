package io.spanloom.springai;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.AssistantMessage;

/** The tool calls of one response that have not run yet: a tool is not told which one it is. */
final class RequestedCalls {

  private final List<AssistantMessage.ToolCall> waiting;

  RequestedCalls(List<AssistantMessage.ToolCall> calls) {
    this.waiting = new ArrayList<>(calls);
  }

  /** The id of the call that a tool answers now; {@code null} if it has none or is unknown. */
  synchronized @Nullable String take(String tool, String arguments) {
    for (Iterator<AssistantMessage.ToolCall> calls = waiting.iterator(); calls.hasNext(); ) {
      AssistantMessage.ToolCall call = calls.next();
      if (call.name().equals(tool) && isSame(call.arguments(), arguments)) {
        calls.remove();
        return ChatMessages.isPresent(call.id()) ? call.id() : null;
      }
    }
    return null;
  }

  /** Managers replace arguments that are blank by an empty object. */
  private static boolean isSame(@Nullable String requested, String arguments) {
    return (requested == null || requested.isBlank())
        ? (arguments.isBlank() || arguments.equals("{}"))
        : requested.equals(arguments);
  }
}
