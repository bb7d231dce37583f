package io.spanloom.internal.convention;

import io.spanloom.internal.content.RawJson;
import io.spanloom.llm.LlmTool;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tool definitions in the shapes the conventions ask for. */
final class ToolDefinitions {

  private ToolDefinitions() {}

  /** GenAI: {@code {type, name, description, parameters}}. */
  static Map<String, Object> flat(LlmTool tool) {
    Map<String, Object> definition = new LinkedHashMap<>();
    definition.put("type", "function");
    definition.putAll(members(tool));
    return definition;
  }

  /** OpenInference: the definition as OpenAI takes it, {@code {type, function: {…}}}. */
  static Map<String, Object> function(LlmTool tool) {
    Map<String, Object> definition = new LinkedHashMap<>();
    definition.put("type", "function");
    definition.put("function", members(tool));
    return definition;
  }

  private static Map<String, Object> members(LlmTool tool) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("name", tool.name());
    if (tool.description() != null) {
      members.put("description", tool.description());
    }
    if (tool.parametersJson() != null) {
      members.put("parameters", new RawJson(tool.parametersJson()));
    }
    return members;
  }
}
