package io.spanloom.langchain4j;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.service.tool.AiServiceTool;
import dev.langchain4j.service.tool.ToolExecutor;
import dev.langchain4j.service.tool.ToolProviderResult;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Results of tool providers, as newer versions have them. */
final class ProvidedTools {

  private ProvidedTools() {}

  /** The same tools, traced. */
  static ToolProviderResult traced(ToolProviderResult result) {
    List<AiServiceTool> tools = result.aiServiceTools().stream().map(tool -> traced(tool)).toList();
    return ToolProviderResult.builder().addAll(tools).build();
  }

  private static AiServiceTool traced(Object tool) {
    AiServiceTool provided = (AiServiceTool) tool;
    return provided.toBuilder()
        .toolExecutor(
            TracedToolExecutor.of(
                provided.toolSpecification().description(), provided.toolExecutor()))
        .build();
  }

  /** Tools, some of which end the loop. */
  @SuppressWarnings({"unchecked", "deprecation"}) // names; newer versions have behaviors
  static ToolProviderResult returning(Map<ToolSpecification, ToolExecutor> tools, Object names) {
    return ToolProviderResult.builder()
        .addAll(tools)
        .immediateReturnToolNames((Set<String>) names)
        .build();
  }
}
