package io.spanloom.openai;

import com.fasterxml.jackson.databind.JsonNode;
import io.spanloom.llm.LlmTool;
import java.util.ArrayList;
import java.util.List;

/** Reads the tools offered to a model, in the shapes of the several endpoints. */
final class Tools {

  private Tools() {}

  /**
   * The functions and custom tools, which take free text and have no parameters to describe; of a
   * tool that OpenAI runs itself, its type. A tool that has none of these is left out.
   */
  static List<LlmTool> read(List<JsonNode> tools) {
    List<LlmTool> read = new ArrayList<>(tools.size());
    for (JsonNode tool : tools) {
      String type = Json.text(tool, "type");
      JsonNode nested = tool.path(type == null ? "function" : type);
      JsonNode definition = nested.isObject() ? nested : tool;
      String name = Json.text(definition, "name");
      String toolName = name == null ? type : name;
      JsonNode parameters = definition.path("parameters");
      if (toolName != null) {
        read.add(
            new LlmTool(
                toolName,
                Json.text(definition, "description"),
                parameters.isObject() ? parameters.toString() : null));
      }
    }
    return read;
  }
}
