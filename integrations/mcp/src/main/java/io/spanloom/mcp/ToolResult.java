package io.spanloom.mcp;

import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Content;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a tool answered.
 *
 * @param isError whether the tool says that it failed
 * @param content its texts, or else its structured content; {@code null} if it has neither
 */
record ToolResult(boolean isError, @Nullable Object content) {

  private static final ToolResult NOTHING = new ToolResult(false, null);

  /** A handler's result. */
  static ToolResult of(@Nullable CallToolResult result) {
    if (result == null) {
      return NOTHING;
    }
    List<String> texts = new ArrayList<>();
    if (result.content() != null) {
      for (Content each : result.content()) {
        texts.add(each instanceof TextContent text ? text.text() : placeholder(each.type()));
      }
    }
    return of(Boolean.TRUE.equals(result.isError()), texts, result.structuredContent());
  }

  /** The result in a JSON-RPC response, before the client has made an object of it. */
  static ToolResult of(@Nullable Object result) {
    if (result instanceof CallToolResult object) {
      return of(object);
    }
    if (!(result instanceof Map<?, ?> map)) {
      return NOTHING;
    }
    List<String> texts = new ArrayList<>();
    if (map.get("content") instanceof List<?> contents) {
      for (Object each : contents) {
        if (each instanceof Map<?, ?> content) {
          texts.add(
              content.get("text") instanceof String text ? text : placeholder(content.get("type")));
        }
      }
    }
    return of(Boolean.TRUE.equals(map.get("isError")), texts, map.get("structuredContent"));
  }

  private static ToolResult of(boolean isError, List<String> texts, @Nullable Object structured) {
    return new ToolResult(isError, texts.isEmpty() ? structured : String.join("\n", texts));
  }

  /** Images and sounds are large, and nothing a trace can show. */
  private static String placeholder(@Nullable Object type) {
    return "[" + type + "]";
  }
}
