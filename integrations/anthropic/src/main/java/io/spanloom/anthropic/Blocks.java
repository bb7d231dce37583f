package io.spanloom.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import io.spanloom.llm.LlmPart;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the blocks that the content of a message is made of, but for tool calls and results. */
final class Blocks {

  /** Ends the types of results of tools that the provider runs itself, of which there are many. */
  private static final String SERVER_RESULT = "_tool_result";

  private Blocks() {}

  /** The parts of a content that is a text, or a list of blocks. */
  static List<LlmPart> read(JsonNode content) {
    List<LlmPart> parts = new ArrayList<>();
    if (content.isTextual()) {
      parts.add(new LlmPart.Text(content.textValue()));
    }
    for (JsonNode block : content) {
      LlmPart part = read(block, String.valueOf(Json.text(block, "type")));
      if (part != null) {
        parts.add(part);
      }
    }
    return parts;
  }

  /** One block; {@code null} if it is a tool call or result, or says nothing. */
  static @Nullable LlmPart read(JsonNode block, String type) {
    return switch (type) {
      case "tool_use", "tool_result", "null" -> null;
      case "text" -> text(block);
      case "thinking" ->
          new LlmPart.Reasoning(Json.text(block, "thinking"), Json.text(block, "signature"));
      case "redacted_thinking" -> LlmPart.Reasoning.redacted(Json.text(block, "data"));
      case "image" -> media(LlmPart.IMAGE, block, type);
      case "document" -> media(LlmPart.FILE, block, type);
      case "container_upload" -> file(LlmPart.FILE, block, block, type);
      case "server_tool_use", "mcp_tool_use" -> serverTool(block, type);
      default -> type.endsWith(SERVER_RESULT) ? serverResult(block, type) : other(block, type);
    };
  }

  private static @Nullable LlmPart text(JsonNode block) {
    String text = Json.text(block, "text");
    return text == null ? null : new LlmPart.Text(text);
  }

  /** A document may also be a text, or blocks of its own. */
  private static LlmPart media(String modality, JsonNode block, String type) {
    JsonNode source = block.path("source");
    String mimeType = Json.text(source, "media_type");
    String data = Json.text(source, "data");
    String url = Json.text(source, "url");
    if (data != null) {
      return "text".equals(Json.text(source, "type"))
          ? new LlmPart.Text(data)
          : LlmPart.Blob.ofBase64(modality, mimeType, data);
    }
    return url == null
        ? file(modality, source, block, type)
        : LlmPart.ofUrl(modality, mimeType, url);
  }

  private static LlmPart file(String modality, JsonNode source, JsonNode block, String type) {
    String id = Json.text(source, "file_id");
    return id == null ? other(block, type) : new LlmPart.FileRef(modality, null, id);
  }

  private static LlmPart serverTool(JsonNode block, String type) {
    String name = Json.text(block, "name");
    return new LlmPart.ServerToolCall(
        Json.text(block, "id"), name == null ? type : name, Json.json(block.path("input")));
  }

  private static LlmPart serverResult(JsonNode block, String type) {
    return new LlmPart.ServerToolResult(
        Json.text(block, "tool_use_id"),
        type.substring(0, type.length() - SERVER_RESULT.length()),
        Json.json(block.path("content")));
  }

  private static LlmPart other(JsonNode block, String type) {
    return new LlmPart.Other(type, block.toString());
  }
}
