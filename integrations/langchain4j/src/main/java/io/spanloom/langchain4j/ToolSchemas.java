package io.spanloom.langchain4j;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.internal.JsonSchemaElementUtils;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import io.spanloom.llm.LlmTool;
import org.jspecify.annotations.Nullable;

/** Reads the tools that are offered to a model. */
final class ToolSchemas {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ToolSchemas() {}

  static LlmTool read(ToolSpecification tool) {
    return new LlmTool(tool.name(), tool.description(), schema(tool.parameters()));
  }

  /**
   * The schema as LangChain4j's own clients send it. The way there is internal to LangChain4j:
   * should it be gone one day, the tool still has its name.
   */
  private static @Nullable String schema(@Nullable JsonObjectSchema parameters) {
    if (parameters == null) {
      return null;
    }
    try {
      return JSON.writeValueAsString(JsonSchemaElementUtils.toMap(parameters));
    } catch (JsonProcessingException | LinkageError unknown) {
      return null;
    }
  }
}
