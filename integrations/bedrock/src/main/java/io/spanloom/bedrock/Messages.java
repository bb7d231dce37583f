package io.spanloom.bedrock;

import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmPart;
import io.spanloom.llm.LlmToolCall;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/** Reads the messages of a conversation, whose content is blocks. */
final class Messages {

  private Messages() {}

  /** Adds what one message says: the tool results that it hands back come first. */
  static void read(SdkPojo message, List<LlmMessage> messages) {
    List<SdkPojo> content = Members.objects(message, "content");
    for (SdkPojo block : content) {
      SdkPojo result = Members.object(block, "toolResult");
      if (result != null) {
        messages.add(
            LlmMessage.toolResultInParts(
                Members.text(result, "toolUseId"),
                Blocks.read(Members.objects(result, "content"))));
      }
    }
    List<LlmPart> parts = Blocks.read(content);
    List<LlmToolCall> calls = toolCalls(content);
    if (!parts.isEmpty() || !calls.isEmpty()) {
      messages.add(
          LlmMessage.inParts(String.valueOf(Members.text(message, "role")), parts, calls, "\n"));
    }
  }

  /** The model's answer. */
  static LlmMessage assistantMessage(@Nullable SdkPojo message) {
    List<SdkPojo> content = Members.objects(message, "content");
    return LlmMessage.inParts("assistant", Blocks.read(content), toolCalls(content), "");
  }

  private static List<LlmToolCall> toolCalls(List<SdkPojo> content) {
    List<LlmToolCall> calls = new ArrayList<>();
    for (SdkPojo block : content) {
      SdkPojo call = Members.object(block, "toolUse");
      String name = Members.text(call, "name");
      if (name != null && !isServerTool(call)) {
        calls.add(
            new LlmToolCall(Members.text(call, "toolUseId"), name, Members.json(call, "input")));
      }
    }
    return calls;
  }

  /** Bedrock runs such a tool itself: no code of the program answers it. */
  static boolean isServerTool(@Nullable SdkPojo call) {
    return "server_tool_use".equals(Members.text(call, "type"));
  }
}
