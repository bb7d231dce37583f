package io.spanloom.springai;

import io.spanloom.llm.LlmTool;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.definition.ToolDefinition;

/** Reads the tools that are offered to a model. */
final class OfferedTools {

  private OfferedTools() {}

  static List<LlmTool> in(ChatOptions options) {
    List<LlmTool> tools = new ArrayList<>();
    if (options instanceof ToolCallingChatOptions calling) {
      List<ToolCallback> callbacks = calling.getToolCallbacks();
      if (callbacks != null) {
        callbacks.forEach(callback -> tools.add(read(callback.getToolDefinition())));
      }
      Set<String> names = names(calling);
      if (names != null) {
        names.forEach(name -> tools.add(new LlmTool(name, null, null)));
      }
    }
    return tools;
  }

  private static LlmTool read(ToolDefinition tool) {
    return new LlmTool(tool.name(), tool.description(), tool.inputSchema());
  }

  /** Tools that are only named, and found when they are called. */
  private static @Nullable Set<String> names(ToolCallingChatOptions options) {
    try {
      return options.getToolNames();
    } catch (LinkageError newer) { // tools are no longer offered by name
      return null;
    }
  }
}
